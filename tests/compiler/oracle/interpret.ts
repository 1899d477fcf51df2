/**
 * What a workflow means, said a second time in plain TypeScript over JavaScript rows, from the description of the
 * nodes alone: nothing of the compiler is asked but which type a formula has.
 */
import type { DashboardFilter, Entitlements, Graph, GraphNode } from "@/compiler/schema/types.ts";
import type { Rows } from "../support/engines.ts";
import type { Circumstances, World } from "./node.ts";
import { cutOf } from "./order.ts";
import { MEANINGS } from "./registry.ts";
import { type Outcome, type Relation } from "./relation.ts";
import { Undecided } from "./values.ts";

export interface Options {
  readonly entitlements?: Entitlements;
  readonly filters?: readonly DashboardFilter[];
  readonly limit?: number;
  readonly offset?: number;
  readonly now: string;
  /**
   * The rows that an engine gives for a node which leaves a choice, such as a limit inside a tie. They are checked to
   * be a possible choice, and what follows is computed from them. Without it some choice is made.
   */
  readonly ask?: (nodeId: string) => Promise<Rows>;
}

/** Above this the interpreter, slow on purpose, says nothing. */
const MOST_LINES = 3000;

export async function interpret(
  graph: Graph,
  target: string,
  world: World,
  options: Options,
): Promise<Outcome> {
  const around: Circumstances = {
    world,
    ...(options.entitlements === undefined ? {} : { entitlements: options.entitlements }),
    filters: options.filters ?? [],
    now: Date.parse(options.now),
  };
  const known = new Map<string, Promise<Relation>>();
  const settled = (id: string): Promise<Relation> => {
    const relation = known.get(id) ?? outcomeOf(id).then(async (outcome) => {
      if (outcome.settle === undefined || options.ask === undefined) return outcome.relation;
      return outcome.settle(await options.ask(id));
    });
    known.set(id, relation);
    return relation;
  };
  const outcomeOf = async (id: string): Promise<Outcome> => {
    const node = graph.nodes.find((each) => each.id === id);
    if (node === undefined) throw new TypeError(`There is no node ${id}`);
    const before = inputsOf(graph, node);
    if (node.disabled) return { relation: await settled(before[0] ?? "") };
    const inputs = await Promise.all(before.map(settled));
    const outcome = MEANINGS[node.type](node.config, inputs, around);
    if (outcome.relation.lines.length > MOST_LINES) throw new Undecided("too many rows");
    return outcome;
  };
  const outcome = await outcomeOf(target);
  const { limit = Infinity, offset = 0 } = options;
  if (offset === 0 && outcome.relation.lines.length <= limit) return outcome;
  if (outcome.settle !== undefined) throw new Undecided("a page of rows that are not settled");
  return cutOf(outcome.relation, offset, limit);
}

/** The one input, or left before right. */
function inputsOf({ edges }: Graph, { id }: GraphNode): readonly string[] {
  const into = edges.filter((edge) => edge.target === id);
  return ["in", "left", "right"].flatMap((port) =>
    into.filter((edge) => (edge.port ?? "in") === port).map((edge) => edge.source)
  );
}
