/**
 * A bound value in ClickHouse's tab-separated form, which is how its HTTP interface takes parameters. Texts inside
 * arrays stand in quotes there. This is the one place where a value becomes text on its way to ClickHouse.
 */

const ESCAPED: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  "'": "\\'",
  "\\": "\\\\",
};

/** Throws TypeError for a value that no parameter can have. */
export function parameterText(value: unknown): string {
  return value === null || value === undefined ? "\\N" : scalarOrList(value, false);
}

function scalarOrList(value: unknown, inList: boolean): string {
  if (Array.isArray(value)) return `[${value.map(listItem).join(",")}]`;
  switch (typeof value) {
    case "string":
      return inList ? `'${escaped(value)}'` : escaped(value);
    case "boolean":
      return inList ? String(value) : value ? "1" : "0";
    case "bigint":
      return String(value);
    case "number":
      return Number.isFinite(value)
        ? String(value)
        : Number.isNaN(value)
        ? "nan"
        : value > 0
        ? "inf"
        : "-inf";
    default:
      throw new TypeError(`Cannot bind a value of the type ${typeof value}.`);
  }
}

const listItem = (value: unknown) =>
  value === null || value === undefined ? "NULL" : scalarOrList(value, true);

const escaped = (text: string) =>
  text.toWellFormed().replace(/[\0\b\t\n\f\r'\\]/g, (found) => ESCAPED[found]!);
