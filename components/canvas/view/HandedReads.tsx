import { STORES } from "@/compiler/browser.ts";
import { counted } from "@/lib/canvas/model/words.ts";
import type { CompiledStatement } from "@/lib/server/query/schema.ts";

type Read = CompiledStatement["statements"][number];

/** What is read from other stores before the statement runs. */
export function HandedReads({ statements }: Pick<CompiledStatement, "statements">) {
  return statements.filter(({ table }) => table !== undefined).map((read) => (
    <section key={read.table} data-testid="handed-read">
      <p class="canvas-merged">
        First <strong>{read.table}</strong> from {STORES[read.store].label}, {symbolsOf(read)}:
      </p>
      <pre
        class="canvas-sql-text"
        tabIndex={0}
        aria-label={`Read of ${read.table}`}
      >{read.text}</pre>
    </section>
  ));
}

/** Which column fills a parameter; undefined for one that holds a value of the workflow. */
export function columnIn(statements: CompiledStatement["statements"], param: string): string | undefined {
  return statements.flatMap(({ columns = [] }) => columns).find((column) => column.param === param)?.name;
}

/** So many symbols are named in full. */
const NAMED = 8;

function symbolsOf({ symbols = "all" }: Read): string {
  if (symbols === "all") return "every row";
  if (symbols.length === 0) return "no row: none is asked for and entitled";
  return symbols.length <= NAMED ? symbols.join(", ") : counted(symbols.length, "symbol");
}
