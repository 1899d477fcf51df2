/**
 * Names that the compiler makes up: sources s1…, inner columns c1…. A user's column may be called just that, or
 * `s1.c1`, which ClickHouse would take for column c1 of source s1; then the prefixes move out of the way.
 */
export class Names {
  readonly #source: string;
  readonly #column: string;
  #sources = 0;

  constructor(taken: Iterable<string>) {
    let source = "s";
    let column = "c";
    for (const name of taken) {
      while (collides(name, source)) source += "_";
      while (collides(name, column)) column += "_";
    }
    this.#source = source;
    this.#column = column;
  }

  nextSource(): string {
    this.#sources += 1;
    return `${this.#source}${this.#sources}`;
  }

  column(position: number): string {
    return `${this.#column}${position}`;
  }
}

function collides(name: string, prefix: string): boolean {
  const first = name[0];
  if (first !== "s" && first !== "S" && first !== "c" && first !== "C") return false;
  if (!name.toLowerCase().startsWith(prefix)) return false;
  const next = name[prefix.length];
  return next !== undefined && next >= "0" && next <= "9" || prefix.length > 1 && next === "_";
}
