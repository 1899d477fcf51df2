/** A store that runs SQL hands over a table by a statement of its own, which carries the entitlement once more. */
import { compile } from "@/compiler/mod.ts";
import type { Graph, HandedTable } from "@/compiler/schema/types.ts";
import { tooManyRows } from "@/lib/server/stores/query_errors.ts";
import type { HandingStore, SqlStore } from "@/lib/server/stores/types.ts";

const MOST_ROWS = 10_000;
const TARGET = "rows";

/** Takes the store; returns how it hands over its tables. */
export function handingStatements({ name, dialect, query }: SqlStore): HandingStore {
  return {
    async rows(table, reading) {
      const { sql, params, columns } = statementOf(table);
      const rows = await query({ sql, params, columns, ...reading });
      if (rows.length > MOST_ROWS) throw tooManyRows(table, MOST_ROWS);
      return { rows, unreadable: 0 };
    },
    explain: (table) => statementOf(table).sql,
  };

  function statementOf(table: HandedTable) {
    const result = compile(graphOf(table), TARGET, {
      catalog: { tables: [table] },
      dialect,
      store: name,
      entitlements: { symbols: table.symbols },
      // One more than may be handed over tells that there are too many.
      limit: MOST_ROWS + 1,
    });
    if (result.ok) return result;
    throw new TypeError(
      `Cannot read ${table.table}: ${result.problems.map(({ message }) => message).join(" ")}`,
    );
  }
}

function graphOf({ database, table, columns }: HandedTable): Graph {
  const config = { database, table, columns: columns.map((column) => column.name) };
  return {
    version: 1,
    nodes: [{ id: TARGET, type: "data_source", position: { x: 0, y: 0 }, config }],
    edges: [],
  };
}
