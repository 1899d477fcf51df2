/** What a trend line is drawn from: of all points their means, and their sums of squares and products around them. */
import { call, caseExpr, param, windowCall } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { Expr, WindowOp } from "../ir/expr.ts";
import type { Computed, Relation, RelationColumn } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";
import type { Fact } from "./facts.ts";
import type { Axes } from "./lowering.ts";
import { isDrawable } from "./reduce.ts";
import { NUMBERS, TIMES } from "./settings.ts";

interface Known {
  readonly relation: Relation;
  readonly facts: readonly Fact[];
}

/** How many rows there are; with a trend its sums too. Centred first, so that times in milliseconds lose no digits. */
export function pointFacts(
  points: Relation,
  axes: Axes | undefined,
  scope: BuildScope,
): Known {
  const layer = (relation: Relation) => over(relation, scope);
  const rows = layer(points).windows({ rows: ["count", []] });
  const facts = [{ name: "rows", expr: rows.known.rows! }];
  if (axes === undefined || ![axes.x, axes.y].every(isPlaced)) return { relation: rows.relation, facts };
  const [x, y] = [axes.x, axes.y].map((column) => call("axis_value", [reference(column)])) as [Expr, Expr];
  const isPoint = call("and", [isDrawable(x), isDrawable(y)]);
  const whole = (value: Expr) => caseExpr([{ when: isPoint, then: value }], param(null, value.type));
  const placed = layer(rows.relation).values({ x: whole(x), y: whole(y) });
  const means = layer(placed.relation).windows({
    count: ["count", [placed.known.x!]],
    x: ["avg", [placed.known.x!]],
    y: ["avg", [placed.known.y!]],
  });
  const centred = layer(means.relation).values({
    x: call("subtract", [placed.known.x!, means.known.x!]),
    y: call("subtract", [placed.known.y!, means.known.y!]),
  });
  const product = (a: "x" | "y", b: "x" | "y") => call("multiply", [centred.known[a]!, centred.known[b]!]);
  const sums = layer(centred.relation).windows({
    xx: ["sum", [product("x", "x")]],
    xy: ["sum", [product("x", "y")]],
    yy: ["sum", [product("y", "y")]],
  });
  return {
    relation: sums.relation,
    facts: [
      ...facts,
      { name: "trend_count", expr: means.known.count! },
      { name: "trend_mean_x", expr: means.known.x! },
      { name: "trend_mean_y", expr: means.known.y! },
      ...(["xx", "xy", "yy"] as const).map((name) => ({ name: `trend_${name}`, expr: sums.known[name]! })),
    ],
  };
}

function isPlaced({ type }: RelationColumn): boolean {
  return [...NUMBERS, ...TIMES].includes(type.type);
}

/** Further hidden columns over a relation, by name. */
function over(input: Relation, scope: BuildScope) {
  const added = (op: "window" | "extend", exprs: Readonly<Record<string, Expr>>) => {
    const named = Object.entries(exprs).map(([name, expr]) => ({ name, id: scope.nextId(), expr }));
    const computed: Computed[] = named.map(({ id, expr }) => ({ id, expr }));
    const { nodeId, columns, order } = input;
    const relation: Relation = { op, nodeId, input, columns, order, computed };
    const known: Readonly<Record<string, Expr>> = Object.fromEntries(
      named.map(({ name, id, expr }) => [name, { kind: "column", id, type: expr.type }]),
    );
    return { relation, known };
  };
  return {
    values: (exprs: Readonly<Record<string, Expr>>) => added("extend", exprs),
    windows: (calls: Readonly<Record<string, readonly [WindowOp, readonly Expr[]]>>) =>
      added(
        "window",
        Object.fromEntries(
          Object.entries(calls).map(([name, [op, args]]) => [
            name,
            windowCall({ op, args, partitionBy: [], orderBy: [] }),
          ]),
        ),
      ),
  };
}
