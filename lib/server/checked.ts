/** Where unknown values become values of a schema: once, at the edge of an API operation, a form or a seed. */
import type { z } from "zod";
import type { Problem } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Infer } from "@/lib/server/fields.ts";

const MOST_PROBLEMS = 50;

/** Reads a value by a schema; throws `invalid_input` with one problem per fault, each with the path of its field. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): Infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data as Infer<Schema>;
  const problems = result.error.issues.slice(0, MOST_PROBLEMS).map(problemOf);
  const [first] = problems;
  const message = `Cannot accept this input: ${first!.field || "it"} ${first!.message}.`;
  throw new FlowForgeError("invalid_input", message, { problems });
}

function problemOf({ path, message, code }: z.core.$ZodIssue): Problem {
  return {
    code: `invalid_${code}`,
    message: message.replace(/\.$/, "").slice(0, 300),
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
