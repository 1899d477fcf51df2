/** Where unknown values become values of a schema: once, at the edge of an API operation, a form or a seed. */
import type { z } from "zod";
import type { Problem } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Infer } from "@/lib/server/fields.ts";
import { inputWords } from "@/lib/server/input_words.ts";

const MOST_PROBLEMS = 50;

/** Reads a value by a schema; throws `invalid_input` with one problem per fault, each with the path of its field. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): Infer<Schema> {
  const result = schema.safeParse(value, { error: inputWords });
  if (result.success) return result.data as Infer<Schema>;
  throw invalidInput(result.error.issues.slice(0, MOST_PROBLEMS).map(faultOf));
}

interface Fault {
  readonly code: string;
  /** Goes on after the name of the field: "must be a number". */
  readonly words: string;
  readonly field: string;
}

/** The first fault is the sentence that people read; all of them are its problems. */
export function invalidInput(faults: readonly Fault[]): FlowForgeError {
  const [{ field, words }] = faults as [Fault];
  const message = `Cannot accept this input: ${field === "" ? "it" : `\`${field}\``} ${words}.`;
  const problems = faults.map(({ code, words, field }): Problem => ({
    code,
    message: `${words[0]!.toUpperCase()}${words.slice(1)}.`,
    field,
  }));
  return new FlowForgeError("invalid_input", message, { problems });
}

function faultOf({ path, message, code }: z.core.$ZodIssue): Fault {
  return {
    code: code.startsWith("invalid_") ? code : `invalid_${code}`,
    words: message.replace(/\.$/, "").slice(0, 300),
    field: fieldPath(path),
  };
}

/** `["layouts", 0, "id"]` → `layouts[0].id` */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "").slice(0, 300);
}
