/**
 * An editor asks for columns and problems, and builds nothing that only changes rows. What it says of columns is what
 * the statement's rows have, for every node of every case.
 */
import assert from "node:assert/strict";
import { type Column, compile, type Graph, propagate } from "@/compiler/mod.ts";
import { EXAMPLES } from "./support/examples.ts";
import { catalog, everything } from "./support/graphs.ts";

function columnsOf(graph: Graph, target: string): readonly Column[] | undefined {
  const compiled = compile(graph, target, { catalog, dialect: "clickhouse", entitlements: everything });
  return compiled.ok ? compiled.columns : undefined;
}

for (const { type, cases } of EXAMPLES) {
  Deno.test(`the columns of ${type} are those of its statement`, () => {
    let compared = 0;
    for (const { name, graph } of cases) {
      const known = propagate(graph, catalog);
      for (const { id } of graph.nodes) {
        const columns = columnsOf(graph, id);
        if (columns === undefined) continue;
        assert.deepEqual(known.nodes[id]?.columns, columns, `${name}: ${id}`);
        compared++;
      }
    }
    assert.ok(compared > 0);
  });
}
