/** A strict reader of RFC 4180: anything that the RFC does not allow throws. */

/** Null for a cell without anything between its commas; `""` is a text of no length. */
export type Cell = string | null;

export function readCsv(file: string): Cell[][] {
  if (!file.startsWith("\uFEFF")) throw new SyntaxError("no byte order mark");
  const text = file.slice(1);
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : bare(text, at);
    line.push(cell);
    if (text[end] === ",") {
      at = end + 1;
      // A comma before the end of a line or of the file stands before one more cell.
      if (at === text.length) throw new SyntaxError("the last line does not end");
      continue;
    }
    if (text.slice(end, end + 2) !== "\r\n") throw new SyntaxError(`no end of a cell at ${end}`);
    lines.push(line);
    line = [];
    at = end + 2;
  }
  if (line.length > 0) throw new SyntaxError("the last line does not end");
  for (const { length } of lines) {
    if (length !== lines[0]!.length) throw new SyntaxError("lines differ in their cells");
  }
  return lines;
}

function bare(text: string, start: number): [Cell, number] {
  const cell = /[^",\r\n]*/y;
  cell.lastIndex = start;
  const [found] = cell.exec(text)!;
  return [found === "" ? null : found, start + found.length];
}

function quoted(text: string, start: number): [Cell, number] {
  const cell = /"((?:[^"]|"")*)"(?!")/y;
  cell.lastIndex = start;
  const found = cell.exec(text);
  if (found === null) throw new SyntaxError(`quotes do not end at ${start}`);
  return [found[1]!.replaceAll('""', '"'), start + found[0].length];
}
