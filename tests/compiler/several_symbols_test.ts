/** A candle chart says when the workflow itself picks several symbols for it, and never where it cannot know. */
import assert from "node:assert/strict";
import { compile, type Graph, propagate, readGraph } from "@/compiler/mod.ts";
import { catalog, chain, everything, node, source } from "./support/graphs.ts";

const candles = node("c", "candlestick", {
  time: "event_time",
  open: "price",
  high: "rate",
  low: "quantity",
  close: "trade_id",
});
const picked = (id: string, ...conditions: readonly unknown[]) =>
  node(id, "filter", { logic: "and", conditions });
const is = (operator: string, value: unknown) => ({ column: "symbol", operator, value });
const two = is("in", ["AAPL", "MSFT"]);

const warnings = (graph: Graph) =>
  propagate(readGraph(graph), catalog).nodes.c!.problems.map(({ code, severity, message }) =>
    `${severity} ${code}: ${message}`
  );

const WARNED: Readonly<Record<string, Graph>> = {
  "a list": chain(source(), picked("f", two), candles),
  "a list and another condition": chain(
    source(),
    picked("f", two, { column: "price", operator: ">", value: 0 }),
    candles,
  ),
  "a list, sorted and renamed": chain(
    source(),
    picked("f", two),
    node("o", "sort", { keys: [{ column: "price", direction: "asc" }] }),
    node("r", "rename", { renames: [{ from: "symbol", to: "name" }] }),
    candles,
  ),
  "two lists that share two": chain(
    source(),
    picked("f", two),
    picked("g", is("in", ["MSFT", "AAPL", "GS"])),
    candles,
  ),
};

const SILENT: Readonly<Record<string, Graph>> = {
  "no filter: a dashboard may pick one": chain(source(), candles),
  "one symbol": chain(source(), picked("f", is("=", "AAPL")), candles),
  "a list of one": chain(source(), picked("f", is("in", ["AAPL", "AAPL"])), candles),
  "two lists that share one": chain(
    source(),
    picked("f", two),
    picked("g", is("in", ["AAPL", "GS"])),
    candles,
  ),
  "a list and one of it": chain(source(), picked("f", two), picked("g", is("=", "AAPL")), candles),
  "a list and a pattern": chain(source(), picked("f", two), picked("g", is("starts_with", "A")), candles),
  "one or another": chain(
    source(),
    node("f", "filter", { logic: "or", conditions: [two, is("=", "GS")] }),
    candles,
  ),
  "everything but some": chain(source(), picked("f", is("not_in", ["AAPL", "MSFT"])), candles),
  "candles of groups": chain(
    source(),
    picked("f", two),
    node("g", "group_by", {
      keys: [{ column: "event_time" }],
      metrics: ["price", "rate", "quantity", "trade_id"].map((column) => ({
        function: "avg",
        column,
        as: column,
      })),
    }),
    candles,
  ),
  "the first rows": chain(source(), picked("f", two), node("l", "limit", { count: 1 }), candles),
};

Deno.test("candles of several symbols that a filter names are warned of", () => {
  for (const [name, graph] of Object.entries(WARNED)) {
    assert.deepEqual(warnings(graph), [
      'warning several_symbols: Cannot tell the candles of "AAPL", "MSFT" apart: ' +
      "they share one picture, where their times repeat.",
    ], name);
    const options = { catalog, dialect: "clickhouse" as const, entitlements: everything };
    assert.ok(compile(graph, "c", options).ok, `${name}: a warning stops nothing`);
  }
});

Deno.test("nothing is said where a workflow cannot tell", () => {
  for (const [name, graph] of Object.entries(SILENT)) assert.deepEqual(warnings(graph), [], name);
});

Deno.test("a viewer who picks one of them is not warned", () => {
  const options = { catalog, dialect: "clickhouse" as const, entitlements: everything };
  const graph = WARNED["a list"]!;
  const codes = (filters: readonly { column: string; operator: string; value: unknown }[]) => {
    const compiled = compile(graph, "c", { ...options, filters });
    assert.ok(compiled.ok);
    return (compiled.warnings ?? []).map(({ code }) => code);
  };
  assert.deepEqual(codes([is("=", "AAPL")]), []);
  assert.deepEqual(codes([]), ["several_symbols"]);
});
