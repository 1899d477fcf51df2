/** The words of undo and redo: "Undo remove Filter". */
import type { Command } from "./commands.ts";
import type { GraphState } from "./graph.ts";
import { titleIn } from "./title.ts";

type Namer<K extends Command["kind"]> = (
  command: Extract<Command, { kind: K }>,
  title: (id: string) => string,
) => string;

const namers: { readonly [K in Command["kind"]]: Namer<K> } = {
  add: ({ node }, title) => `add ${title(node.id)}`,
  insert_on_edge: ({ node }, title) => `insert ${title(node.id)}`,
  remove: ({ ids }, title) => `remove ${some(ids, title)}`,
  move: ({ positions }, title) => `move ${some([...positions.keys()], title)}`,
  connect: ({ edge }, title) => `connect ${title(edge.source)} to ${title(edge.target)}`,
  disconnect: ({ keys }) => keys.length === 1 ? "disconnect" : `remove ${keys.length} connections`,
  configure: ({ id }, title) => `change ${title(id)}`,
  rename: ({ id }, title) => `rename ${title(id)}`,
  annotate: ({ id }, title) => `note on ${title(id)}`,
  bypass: ({ ids, disabled }, title) => `${disabled ? "bypass" : "enable"} ${some(ids, title)}`,
  paste: ({ nodes }) => `paste ${nodes.length} ${nodes.length === 1 ? "node" : "nodes"}`,
  replace: () => "replace the workflow",
};

/** Names a command by the graph before and after it: a removed node is in the one, an added node in the other. */
export function nameOf(command: Command, before: GraphState, after: GraphState): string {
  const namer = namers[command.kind] as (command: Command, title: (id: string) => string) => string;
  return namer(command, (id) => titleIn(before, id) || titleIn(after, id) || "node");
}

function some(ids: readonly string[], title: (id: string) => string): string {
  return ids.length === 1 ? title(ids[0]!) : `${ids.length} nodes`;
}
