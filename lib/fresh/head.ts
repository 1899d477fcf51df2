/** Joins what `<Head>` elements rendered into the document's head; a later element replaces the one it repeats. */

const VOID = /^<(?:meta|link|base)\b[^>]*>/i;
const PAIRED = /^<(title|style|script|noscript)\b[^>]*>[\s\S]*?<\/\1>/i;

function elementsOf(markup: string): string[] {
  const found: string[] = [];
  for (let rest = markup; rest !== "";) {
    const element = (VOID.exec(rest) ?? PAIRED.exec(rest))?.[0];
    if (element) found.push(element);
    rest = rest.slice(
      element ? element.length : Math.max(1, rest.indexOf("<", 1) < 0 ? rest.length : rest.indexOf("<", 1)),
    );
  }
  return found;
}

function attributeOf(element: string, name: string): string | null {
  return new RegExp(`^<[^>]*\\s${name}="([^"]*)"`, "i").exec(element)?.[1] ?? null;
}

function identityOf(element: string): string | null {
  if (/^<title\b/i.test(element)) return "title";
  const id = attributeOf(element, "id");
  if (id !== null) return `id ${id}`;
  const name = /^<meta\b/i.test(element) ? attributeOf(element, "name") : null;
  return name === null ? null : `meta ${name}`;
}

/** `document` is everything up to the end of the head. */
export function mergeHead(document: string, additions: string): string {
  if (additions === "") return document;
  const start = document.search(/<head[\s>]/i);
  const open = document.indexOf(">", start) + 1;
  const wanted = new Map<string, string>();
  const merged: string[] = [];
  for (const element of elementsOf(additions)) {
    const identity = identityOf(element);
    if (identity === null) merged.push(element);
    else wanted.set(identity, element);
  }
  const existing = elementsOf(document.slice(open)).filter((element) => {
    const identity = identityOf(element);
    return identity === null || !wanted.has(identity);
  });
  return document.slice(0, open) + [...existing, ...wanted.values(), ...merged].join("");
}
