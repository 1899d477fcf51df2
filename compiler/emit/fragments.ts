/** SQL text that remembers which node each part of it comes from. */
export interface Mark {
  readonly nodeId: string;
  readonly start: number;
  readonly end: number;
}

export interface Fragment {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where lines of the statement begin, and how deep each stands. A line break inside a quoted name does not count. */
  readonly lines: readonly Line[];
}

interface Line {
  readonly start: number;
  readonly depth: number;
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
  const marks: Mark[] = [];
  const lines: Line[] = [];
  let text = "";
  const between = layout(separator);
  const add = (piece: Piece) => {
    const offset = text.length;
    const { text: more, marks: inner, lines: starts } = asFragment(piece);
    for (const { nodeId, start, end } of inner) {
      marks.push({ nodeId, start: start + offset, end: end + offset });
    }
    for (const { start, depth } of starts) lines.push({ start: start + offset, depth });
    text += more;
  };
  pieces.forEach((piece, index) => {
    if (index > 0) add(between);
    add(piece);
  });
  return { text, marks, lines };
}

/** The whole piece comes from this node; without one it stays as it is. */
export function marked(piece: Piece, nodeId: string | undefined): Piece {
  if (nodeId === undefined) return piece;
  const { text, marks, lines } = asFragment(piece);
  return { text, marks: [{ nodeId, start: 0, end: text.length }, ...marks], lines };
}

/** The piece one step further to the right. */
export function indented(piece: Piece): Fragment {
  const { text, marks, lines } = asFragment(piece);
  return {
    text,
    marks,
    lines: [{ start: 0, depth: 1 }, ...lines.map(({ start, depth }) => ({ start, depth: depth + 1 }))],
  };
}

/** The finished text, each line at its depth. */
export function laidOut(
  { text, marks, lines }: Fragment,
): { readonly text: string; readonly marks: readonly Mark[] } {
  // Of several beginnings at one place the last is the innermost.
  const depths = new Map([[0, 0], ...lines.map(({ start, depth }): [number, number] => [start, depth])]);
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

function asFragment(piece: Piece): Fragment {
  return typeof piece === "string" ? { text: piece, marks: [], lines: [] } : piece;
}

/** Text of the compiler's own: its line breaks are the statement's. */
function layout(text: string): Fragment {
  return {
    text,
    marks: [],
    lines: [...text.matchAll(/\n/g)].map(({ index }) => ({ start: index + 1, depth: 0 })),
  };
}
