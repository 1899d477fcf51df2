/** A value as it appears in messages: at most 80 characters, text in quotes. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : described(value);
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return typeof value === "string" ? `"${short}"` : short;
}

/** JSON, where there is such a text. */
function described(value: unknown): string {
  try {
    return typeof value === "bigint" ? String(value) : JSON.stringify(value) ?? typeof value;
  } catch {
    return "an object";
  }
}
