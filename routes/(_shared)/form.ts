import { FlowForgeError } from "@/lib/server/errors.ts";

/** A trimmed text field of a form; missing and file fields read as empty. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

export function texts(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");
}

export interface Invalid {
  readonly message: string;
  /** By field path, as the problems name it. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the user can mend comes back as data for the same form; everything else goes on to the error page. */
export async function orInvalid<T>(work: () => Promise<T>): Promise<{ done: T } | { invalid: Invalid }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (!(error instanceof FlowForgeError) || error.status !== 422) throw error;
    const fields: Record<string, string> = Object.create(null);
    for (const problem of error.options.problems ?? []) {
      if (problem.field) fields[problem.field] ??= problem.message;
    }
    return { invalid: { message: error.detail, fields } };
  }
}
