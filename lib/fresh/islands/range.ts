/** The nodes between two markers, with the part of an element's interface that Preact uses on a root. */
export function createRange(start: Comment, end: Comment): Element {
  const nodesBetween = (): ChildNode[] => {
    const nodes: ChildNode[] = [];
    for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
    return nodes;
  };
  const range = {
    nodeType: 1,
    namespaceURI: start.parentElement?.namespaceURI ?? null,
    ownerDocument: start.ownerDocument,
    get parentNode() {
      return end.parentNode;
    },
    get firstChild() {
      return start.nextSibling === end ? null : start.nextSibling;
    },
    get childNodes() {
      return nodesBetween();
    },
    contains: (node: Node) => nodesBetween().some((child) => child.contains(node)),
    insertBefore: (node: Node, before: Node | null) =>
      end.parentNode?.insertBefore(node, before && before.parentNode === end.parentNode ? before : end),
    appendChild: (node: Node) => end.parentNode?.insertBefore(node, end),
    removeChild: (node: Node) => end.parentNode?.removeChild(node),
  };
  // Preact only needs these members; a document fragment would move the nodes out of the page.
  return range as unknown as Element;
}
