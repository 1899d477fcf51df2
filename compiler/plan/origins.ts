/** Which node an expression or a sort key of a level comes from. */
import type { Expr, SortKey } from "../ir/expr.ts";

export class Origins {
  readonly #nodes = new WeakMap<Expr | SortKey, string>();

  get(part: Expr | SortKey): string | undefined {
    return this.#nodes.get(part);
  }

  /** Notes the node of a part; the first note stands. A bare column gets none, since many expressions share it. */
  claim(part: Expr | SortKey, nodeId: string): void {
    const isShared = "kind" in part && (part.kind === "column" || part.kind === "param");
    if (!isShared && !this.#nodes.has(part)) this.#nodes.set(part, nodeId);
  }

  /** Gives a rewritten part the node of the original. */
  pass<Part extends Expr | SortKey>(from: Part, to: Part): Part {
    const nodeId = this.#nodes.get(from);
    if (nodeId !== undefined) this.claim(to, nodeId);
    return to;
  }
}
