/** SQL text that remembers which node each part of it comes from. */
export interface Mark {
  readonly nodeId: string;
  readonly start: number;
  readonly end: number;
}

export interface Fragment {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export type Piece = string | Fragment;

/** A template of pieces: what they remember moves to where they now stand. */
export function sql(strings: TemplateStringsArray, ...values: readonly Piece[]): Fragment {
  const pieces: Piece[] = [];
  strings.forEach((text, index) => {
    pieces.push(text);
    const value = values[index];
    if (value !== undefined) pieces.push(value);
  });
  return joined(pieces, "");
}

export function joined(pieces: readonly Piece[], separator: Piece): Fragment {
  const marks: Mark[] = [];
  let text = "";
  const add = (piece: Piece) => {
    if (typeof piece === "string") {
      text += piece;
      return;
    }
    const offset = text.length;
    for (const { nodeId, start, end } of piece.marks) {
      marks.push({ nodeId, start: start + offset, end: end + offset });
    }
    text += piece.text;
  };
  pieces.forEach((piece, index) => {
    if (index > 0 && separator !== "") add(separator);
    add(piece);
  });
  return { text, marks };
}

/** The whole piece comes from this node; without one it stays as it is. */
export function marked(piece: Piece, nodeId: string | undefined): Piece {
  if (nodeId === undefined) return piece;
  const [text, inner] = typeof piece === "string" ? [piece, []] : [piece.text, piece.marks];
  return { text, marks: [{ nodeId, start: 0, end: text.length }, ...inner] };
}
