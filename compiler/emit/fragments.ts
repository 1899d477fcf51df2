/** SQL text that remembers which node each part of it comes from. */
export interface Mark {
  readonly nodeId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What a part remembers stays relative to it until the whole is laid out: moved at every level, deep statements would
 * cost the square of their length.
 */
export interface Fragment {
  readonly text: string;
  /** The node that the whole part comes from, where it says so itself. */
  readonly nodeId?: string;
  /** Whether it stands one step further to the right than what holds it. */
  readonly isIndented?: boolean;
  /** Where lines of the statement begin in its own text; a line break inside a quoted name does not count. */
  readonly breaks?: readonly number[];
  readonly parts?: readonly Part[];
}

interface Part {
  readonly at: number;
  readonly fragment: Fragment;
}

export type Piece = string | Fragment;

/** A template of pieces: what they remember moves to where they now stand. */
export function sql(strings: TemplateStringsArray, ...values: readonly Piece[]): Fragment {
  const pieces = strings.flatMap((text, index) => {
    const value = values[index];
    return value === undefined ? [layout(text)] : [layout(text), value];
  });
  return joined(pieces, "");
}

/** Pieces with a separator between them, which may break the line. */
export function joined(pieces: readonly Piece[], separator: string): Fragment {
  const parts: Part[] = [];
  let text = "";
  const between = layout(separator);
  const add = (piece: Piece) => {
    if (typeof piece === "string") text += piece;
    else {
      parts.push({ at: text.length, fragment: piece });
      text += piece.text;
    }
  };
  pieces.forEach((piece, index) => {
    if (index > 0) add(between);
    add(piece);
  });
  return { text, parts };
}

/** The whole piece comes from this node; without one it stays as it is. */
export function marked(piece: Piece, nodeId: string | undefined): Piece {
  return nodeId === undefined ? piece : { ...around(piece), nodeId };
}

/** The piece one step further to the right. */
export function indented(piece: Piece): Fragment {
  return { ...around(piece), isIndented: true };
}

function around(piece: Piece): Fragment {
  if (typeof piece === "string") return { text: piece };
  return { text: piece.text, parts: [{ at: 0, fragment: piece }] };
}

/** The finished text, each line at its depth. */
export function laidOut(whole: Fragment): { readonly text: string; readonly marks: readonly Mark[] } {
  const { text } = whole;
  const marks: Mark[] = [];
  // Of several beginnings at one place the last is the innermost.
  const depths = new Map([[0, 0]]);
  const gather = (
    { text: { length }, nodeId, isIndented, breaks, parts }: Fragment,
    at: number,
    depth: number,
  ) => {
    if (nodeId !== undefined) marks.push({ nodeId, start: at, end: at + length });
    const inner = isIndented ? depth + 1 : depth;
    if (isIndented) depths.set(at, inner);
    for (const start of breaks ?? []) depths.set(at + start, inner);
    for (const part of parts ?? []) gather(part.fragment, at + part.at, inner);
  };
  gather(whole, 0, 0);
  const starts = [...depths.keys()];
  let out = "";
  const shifts = starts.map((start, index) => {
    out += "  ".repeat(depths.get(start) ?? 0);
    const shift = out.length - start;
    out += text.slice(start, starts[index + 1]);
    return shift;
  });
  const moved = (at: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return at + shifts[low]!;
  };
  return {
    text: out,
    marks: marks.map(({ nodeId, start, end }) => ({ nodeId, start: moved(start), end: moved(end - 1) + 1 })),
  };
}

/** Text of the compiler's own: its line breaks are the statement's. */
function layout(text: string): Fragment {
  return { text, breaks: [...text.matchAll(/\n/g)].map(({ index }) => index + 1) };
}
