/** The statements that prepare a connection: settings and bound parameters become text here and nowhere else. */

/**
 * A literal of any text, as ClickHouse reads it back. A parameter's value arrives as the text of its tab-separated
 * form, so that this is the second of its two quotings.
 */
export function literal(text: string): string {
  return `'${text.replace(/[\\'\0]/g, (character) => character === "\0" ? "\\0" : `\\${character}`)}'`;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;

/** `SET a = '1', b = '2'`; nothing for no entries. Throws for a name that is none. */
export function setStatement(entries: Readonly<Record<string, string>>): string {
  const parts = Object.entries(entries).map(([name, value]) => {
    if (!NAME.test(name)) throw new SyntaxError(`"${name}" is no name of a setting.`);
    return `${name} = ${literal(value)}`;
  });
  return parts.length === 0 ? "" : `SET ${parts.join(", ")};\n`;
}

export function useStatement(database: string): string {
  return `USE \`${database.replace(/[\\`]/g, "\\$&")}\`;\n`;
}
