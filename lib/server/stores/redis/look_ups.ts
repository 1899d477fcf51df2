/** The tables of `latest` over a key-value store: rows are found by their symbols' keys, many in one round trip. */
import type { CatalogTable, HandedTable } from "@/compiler/schema/types.ts";
import { tooManyRows } from "../query_errors.ts";
import type { HandedRows, JsonValue, KeyValueStore, Row, RowStore } from "../types.ts";
import { fieldValue } from "./field_values.ts";
import { DATABASE, keyPrefix, LATEST_TABLES, type LatestTable, SYMBOL } from "./latest_tables.ts";

/** Keys of one table. */
const MOST_KEYS = 10_000;
/** Keys asked for in one round trip. */
const PAGE = 500;
/** How old the list of a table's symbols may be; the rows themselves are always read anew. */
const SYMBOLS_MS = 2_000;
/** Look-ups change by the second. */
const CACHE_MS = 500;

type Hashes = Pick<KeyValueStore, "keys" | "hashes">;

/** `now` is a monotonic clock in milliseconds. */
export function createLookUps(keyValue: Hashes, now: () => number = () => performance.now()): RowStore {
  const byName = new Map(LATEST_TABLES.map((table) => [table.table, table]));
  const listed = new Map<string, { readonly at: number; readonly symbols: Promise<readonly string[]> }>();
  /** Tables that were there once: without a key one is empty, and not unknown. */
  const seen = new Set<string>();

  function symbolsOf(table: string): Promise<readonly string[]> {
    const known = listed.get(table);
    if (known !== undefined && now() - known.at < SYMBOLS_MS) return known.symbols;
    const prefix = keyPrefix(table);
    const symbols = keyValue.keys(prefix, MOST_KEYS + 1).then((keys) =>
      keys.map((key) => key.slice(prefix.length)).toSorted()
    );
    listed.set(table, { at: now(), symbols });
    symbols.catch(() => listed.delete(table));
    return symbols;
  }

  function declared({ table }: HandedTable) {
    const found = byName.get(table);
    if (found === undefined) throw new TypeError(`Cannot look up ${table}: it is not declared.`);
    const fields = found.columns.map(({ name }) => name).filter((name) => name !== SYMBOL);
    return { table: found, fields, prefix: keyPrefix(table) };
  }

  return {
    name: "redis",
    databases: [DATABASE],
    cacheMs: CACHE_MS,

    async describe() {
      const found = await Promise.all(LATEST_TABLES.map(async (table) => {
        if (!seen.has(table.table) && (await symbolsOf(table.table)).length > 0) seen.add(table.table);
        return seen.has(table.table) ? [described(table)] : [];
      }));
      return found.flat();
    },

    async rows(asked, { signal }) {
      const { table, fields, prefix } = declared(asked);
      const symbols = asked.symbols === "all" ? await symbolsOf(table.table) : asked.symbols;
      if (symbols.length > MOST_KEYS) throw tooManyRows(asked, MOST_KEYS);
      const read = reader(table, asked, fields);
      for (let at = 0; at < symbols.length; at += PAGE) {
        signal?.throwIfAborted();
        const page = symbols.slice(at, at + PAGE);
        const hashes = await keyValue.hashes(page.map((symbol) => prefix + symbol), fields);
        page.forEach((symbol, index) => read.add(symbol, hashes[index] ?? null));
      }
      return read.result();
    },

    explain(asked) {
      const { fields, prefix } = declared(asked);
      const listing = asked.symbols === "all" ? `SCAN 0 MATCH ${prefix}*\n` : "";
      return `${listing}HMGET ${prefix}{symbol} ${fields.join(" ")}`;
    },
  };
}

function described({ table, columns }: LatestTable): CatalogTable {
  return { database: DATABASE, table, store: "redis", columns, symbolColumn: SYMBOL };
}

type Hash = Awaited<ReturnType<KeyValueStore["hashes"]>>[number];

/** Takes the hashes one by one, and gives the rows of the wanted columns. */
function reader(table: LatestTable, asked: HandedTable, fields: readonly string[]) {
  const rows: Row[] = [];
  const time = table.columns.find(({ name }) => name === table.time);
  let unreadable = 0;
  let newest: string | undefined;

  function cell(text: string | null | undefined, column: LatestTable["columns"][number]): JsonValue {
    if (text === null || text === undefined) return null;
    const value = fieldValue(text, column);
    if (value === undefined) unreadable++;
    return value ?? null;
  }

  return {
    add(symbol: string, hash: Hash) {
      if (hash === null) return;
      const text = (name: string) => hash === "other" ? undefined : hash[fields.indexOf(name)];
      // Something else than a hash is there: the row is shown, and everything in it is missing.
      if (hash === "other") unreadable++;
      rows.push(
        asked.columns.map((column) => column.name === SYMBOL ? symbol : cell(text(column.name), column)),
      );
      const moment = time && fieldValue(text(table.time) ?? "", time);
      if (typeof moment === "string" && (newest === undefined || moment > newest)) newest = moment;
    },
    result: (): HandedRows => ({ rows, unreadable, ...(newest === undefined ? {} : { newest }) }),
  };
}
