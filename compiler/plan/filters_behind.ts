/**
 * Which of a viewer's filters say which values a column can have, through whatever computes it: a time that is
 * truncated, gathered by or read from text still ends where the filter on the table's own time ends.
 */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { collectColumns } from "../ir/expressions.ts";
import type { AskedKey, JoinRelation, Relation } from "../ir/relation.ts";

interface Place {
  readonly relation: Relation;
  readonly id: ColumnId;
}

/** Iterative, and each column of a relation once: a plan may be thousands of relations deep. */
export function filtersBehind(relation: Relation, id: ColumnId): ReadonlySet<AskedKey> {
  const keys = new Set<AskedKey>();
  const seen = new Map<Relation, Set<ColumnId>>();
  const stack: Place[] = [{ relation, id }];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const known = seen.get(place.relation) ?? new Set();
    if (known.has(place.id)) continue;
    seen.set(place.relation, known.add(place.id));
    const { relation: at } = place;
    if (at.op === "filter" && at.asked?.column === place.id) keys.add(at.asked.key);
    stack.push(...comesFrom(place));
  }
  return keys;
}

const read = (relation: Relation, exprs: readonly (Expr | undefined)[]): readonly Place[] =>
  exprs.flatMap((expr) => expr ? [...collectColumns(expr, new Set())].map((id) => ({ relation, id })) : []);

function comesFrom({ relation, id }: Place): readonly Place[] {
  switch (relation.op) {
    case "scan":
      return [];
    case "aggregate":
      return read(
        relation.input,
        [...relation.keys, ...relation.aggregates].map((each) => each.id === id ? each.expr : undefined),
      );
    case "extend":
    case "window": {
      const made = relation.computed.filter((each) => each.id === id).map(({ expr }) => expr);
      if (made.length > 0) return read(relation.input, made);
      const isContinued = relation.op === "extend" && relation.continued?.id === id;
      return [{ relation: relation.input, id: isContinued ? relation.continued!.from : id }];
    }
    case "expand":
      return id === relation.id ? read(relation.input, [relation.end]) : [{ relation: relation.input, id }];
    case "union":
      return relation.branches.flatMap(({ input, exprs }) => read(input, [exprs[relation.ids.indexOf(id)]]));
    case "join":
      return throughJoin(relation, id);
    default:
      return [{ relation: relation.input, id }];
  }
}

type Side = "left" | "right";

/** Sides whose rows are only there with an equal key on the other side. */
const NEEDS_PARTNER: Readonly<Record<JoinRelation["kind"], readonly Side[]>> = {
  inner: ["left", "right"],
  semi: ["left", "right"],
  left: ["right"],
  asof: ["right"],
  right: ["left"],
  full: [],
  cross: [],
  anti: [],
};

function throughJoin(join: JoinRelation, id: ColumnId): readonly Place[] {
  return join.outputs.filter((output) => output.id === id).flatMap(({ side, from }) => {
    const other = side === "left" ? "right" : "left";
    const equal = NEEDS_PARTNER[join.kind].includes(side)
      ? join.on.filter((key) => collectColumns(key[side], new Set()).has(from)).map((key) => key[other])
      : [];
    return [{ relation: join[side], id: from }, ...read(join[other], equal)];
  });
}
