/** Reads values that nobody has checked: what was saved, or sent, may be anything. */

export type Untyped = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Untyped {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Untyped {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function texts(value: unknown): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}
