/** A description of the API document: what stands between backticks is code. */
export function Prose({ text }: { readonly text: unknown }) {
  if (typeof text !== "string") return null;
  // Every second part stood between a pair of backticks.
  return <>{text.split("`").map((part, index) => index % 2 === 1 ? <code key={index}>{part}</code> : part)}
  </>;
}
