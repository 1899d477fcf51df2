/** A chart of more rows than a page may hold shows the newest, or all of them reduced, and says so on every path. */
import assert from "node:assert/strict";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { type Answer, assertDocumented, openTestApp } from "./support.ts";

/** Far fewer than the sample market has of anything. */
const MOST = 300;
const MOST_OF_LINE = 5 * MOST;
const app = await openTestApp({ environment: { PAGE_ROWS: String(MOST), PAGE_TIMEOUT_MS: "60000" } });
Deno.test.afterAll(() => app.close());

type Config = Readonly<Record<string, unknown>>;

async function post(path: string, body: unknown): Promise<string> {
  const answer = await app.ask("POST", `/api/v1/${path}`, { body });
  assert.equal(answer.status, 201, answer.text);
  return answer.json.id;
}

const dashboard = await post("dashboards", { name: "Pictures" });
const node = (id: string, type: string, config: Config) => ({ id, type, config, position: { x: 0, y: 0 } });

function graphOf(database: string, table: string, type: string, config: Config) {
  return {
    version: 1,
    nodes: [node("source", "data_source", { database, table }), node("chart", type, config)],
    edges: [{ source: "source", target: "chart" }],
  };
}

async function pinned(graph: ReturnType<typeof graphOf>): Promise<string> {
  const workflow = await post("workflows", { name: "Picture", graph });
  return await post("widgets", { dashboard_id: dashboard, workflow_id: workflow, node_id: "chart" });
}

async function data(widget: string, query = ""): Promise<Answer["json"]> {
  const answer = await app.ask("GET", `/api/v1/widgets/${widget}/data${query}`);
  assert.equal(answer.status, 200, answer.text);
  assertDocumented(widgets.data, answer);
  return answer.json;
}

/** The greatest value of a column, and how many rows there are. */
async function wholeOf(database: string, table: string, column: string): Promise<readonly [string, number]> {
  const metrics = [{ function: "max", column, as: "last" }, { function: "count", as: "rows" }];
  const graph = graphOf(database, table, "group_by", { keys: [], metrics });
  const answer = await app.ask("POST", "/api/v1/preview", { body: { graph, target_node_id: "chart" } });
  assert.equal(answer.status, 200, answer.text);
  const [last, rows] = answer.json.rows[0];
  assert.ok(Number(rows) > MOST, `${rows} rows`);
  return [last, Number(rows)];
}

/** Of every symbol and column of the width no more than the first, last, lowest and highest row, and few columns empty. */
function assertDetail(rows: readonly [string, string, number][], pixels: number): void {
  const times = rows.map(([at]) => Date.parse(at));
  const [low = 0, high = 0] = [times[0], times.at(-1)];
  const columns = new Map<string, number>();
  for (const [index, [, symbol]] of rows.entries()) {
    const column = Math.min(Math.floor((times[index]! - low) / (high - low) * pixels), pixels - 1);
    const key = `${symbol} ${column}`;
    columns.set(key, (columns.get(key) ?? 0) + 1);
  }
  const crowded = [...columns].filter(([, count]) => count > 4);
  assert.deepEqual(crowded, [], "detail that the width has not");
  const drawn = new Set([...columns.keys()].map((key) => key.split(" ")[1])).size;
  assert.ok(drawn > pixels * 0.9, `${drawn} of ${pixels} columns are drawn`);
}

const LINE = { x: "event_time", y: ["bid"], color: "symbol" };

for (const query of ["", "?pixels=600", "?pixels=20000"]) {
  Deno.test(`a line ends with the newest row${query && `, with ${query}`}`, async () => {
    const [last, rows] = await wholeOf("flowforge", "raw_quotes", "event_time");
    const line = await data(await pinned(graphOf("flowforge", "raw_quotes", "line_chart", LINE)), query);
    assert.equal(line.rows.at(-1)[0], last);
    assert.equal(line.truncated, false);
    assert.ok(line.row_count <= MOST_OF_LINE, `${line.row_count} rows`);
    assert.equal(line.reduced.method, "m4");
    // Ten symbols have four rows a column each.
    const most = MOST_OF_LINE / 10 / 4;
    assert.equal(line.reduced.pixels, Math.floor(most));
    assert.ok(line.reduced.asked >= 600, `${line.reduced.asked}`);
    assertDetail(line.rows, line.reduced.pixels);
    assert.equal(line.reduced.of, rows);
    assert.equal(line.columns.length, 3);
    assert.equal(
      new Set(line.rows.map(([, symbol]: [string, string]) => symbol)).size,
      10,
      "every symbol is there",
    );
  });
}

Deno.test("a reduced line has the width it is asked for, though it has more rows than a page", async () => {
  const widget = await pinned(graphOf("flowforge", "raw_quotes", "line_chart", LINE));
  const line = await data(widget, "?pixels=20");
  assert.ok(line.row_count > MOST, `${line.row_count} rows`);
  assert.equal(line.truncated, false);
  assert.deepEqual([line.reduced.pixels, line.reduced.asked], [20, undefined]);
  assertDetail(line.rows, 20);
  const narrow = await data(widget, "?pixels=20&limit=120");
  assert.deepEqual([narrow.reduced.pixels, narrow.reduced.asked], [3, 20]);
  assert.ok(narrow.row_count <= 120, `${narrow.row_count} rows`);
  const one = await data(
    await pinned(graphOf("flowforge", "raw_quotes", "line_chart", { x: "event_time", y: ["bid", "ask"] })),
    "?pixels=50&limit=80",
  );
  assert.deepEqual([one.reduced.pixels, one.reduced.asked], [10, 50]);
});

Deno.test("a line over names keeps the last ones and says that there are more", async () => {
  const graph = graphOf("flowforge", "raw_trades", "line_chart", { x: "trade_id", y: ["event_time"] });
  const line = await data(await pinned(graph));
  assert.equal(line.truncated, true);
  assert.equal(line.kept, "newest");
  assert.equal(line.row_count, MOST);
  const ids = line.rows.map(([id]: [string]) => id);
  assert.deepEqual(ids, ids.toSorted());
  const [last] = await wholeOf("flowforge", "raw_trades", "trade_id");
  assert.equal(ids.at(-1), last);
});

Deno.test("candles are merged until they fit, and end with the newest", async () => {
  const config = { time: "bucket", open: "open", high: "high", low: "low", close: "close", volume: "volume" };
  const one = graphOf("metrics", "vwap_5min", "candlestick", config);
  const filter = node("one", "filter", {
    logic: "and",
    conditions: [{ column: "symbol", operator: "=", value: "AAPL" }],
  });
  const graph = {
    ...one,
    nodes: [...one.nodes, filter],
    edges: [{ source: "source", target: "one" }, { source: "one", target: "chart" }],
  };
  const candles = await data(await pinned(graph), "?pixels=240");
  assert.equal(candles.truncated, false);
  assert.ok(candles.row_count <= 60, `${candles.row_count} candles`);
  assert.ok(
    candles.reduced.of > 60 && /^\d+ \w+$/.test(candles.reduced.bucket),
    JSON.stringify(candles.reduced),
  );
  const times: number[] = candles.rows.map(([time]: [string]) => Date.parse(time));
  assert.deepEqual(times, [...new Set(times)].toSorted((a, b) => a - b));
  // Of several symbols times repeat: nothing is merged, and the picture says why.
  const several = await data(await pinned(one), "?pixels=240");
  assert.equal(several.kept, "newest");
  assert.equal(several.reduced, undefined);
  const [last] = await wholeOf("metrics", "vwap_5min", "bucket");
  assert.equal(several.rows.at(-1)[0], last);
});

Deno.test("who asks for certain rows gets them as they are", async () => {
  const widget = await pinned(graphOf("flowforge", "raw_quotes", "line_chart", LINE));
  const first = await data(widget, "?limit=5&offset=0");
  assert.equal(first.row_count, 5);
  assert.equal(first.reduced, undefined);
  const second = await data(widget, "?limit=5&offset=5");
  assert.ok(second.rows[0][0] >= first.rows[4][0]);
});

Deno.test("a limit alone keeps the newest rows of lines and candles, and the largest bars", async () => {
  const [last] = await wholeOf("flowforge", "raw_quotes", "event_time");
  const graph = graphOf("flowforge", "raw_quotes", "line_chart", LINE);
  const line = await data(await pinned(graph), "?limit=7");
  assert.deepEqual([line.truncated, line.kept, line.row_count], [true, "newest", 7]);
  assert.equal(line.rows.at(-1)[0], last);
  const previewed = await app.ask("POST", "/api/v1/preview", {
    body: { graph, target_node_id: "chart", limit: 7 },
  });
  assert.deepEqual([previewed.json.kept, previewed.json.rows.at(-1)[0]], ["newest", last]);
  const config = { time: "bucket", open: "open", high: "high", low: "low", close: "close" };
  const candles = await data(
    await pinned(graphOf("metrics", "vwap_5min", "candlestick", config)),
    "?limit=7",
  );
  const [latest] = await wholeOf("metrics", "vwap_5min", "bucket");
  assert.deepEqual([candles.kept, candles.rows.at(-1)[0]], ["newest", latest]);
  const bars = await pinned(
    graphOf("flowforge", "raw_trades", "bar_chart", { x: "trade_id", y: ["quantity"] }),
  );
  const sizes = (all: Answer["json"]) => all.rows.map(([, size]: [string, string]) => Number(size));
  const largest = await data(bars, "?limit=5");
  const [most] = await wholeOf("flowforge", "raw_trades", "quantity");
  assert.equal(largest.kept, "largest");
  assert.deepEqual(sizes(largest), sizes(largest).toSorted((a: number, b: number) => b - a));
  assert.equal(sizes(largest)[0], Number(most));
  const page = await data(bars, "?limit=5&offset=0");
  assert.deepEqual([page.truncated, page.kept], [true, undefined]);
});

Deno.test("a scatter's trend is that of all its points, whichever sample is drawn", async () => {
  const [, rows] = await wholeOf("flowforge", "raw_trades", "event_time");
  const config = { x: "event_time", y: "price", trend: true };
  const widget = await pinned(graphOf("flowforge", "raw_trades", "scatter_plot", config));
  const [narrow, wide] = [await data(widget, "?pixels=20"), await data(widget, "?pixels=60")];
  assert.deepEqual([narrow.row_count, wide.row_count], [80, 240]);
  assert.equal(narrow.truncated, false);
  assert.equal(narrow.reduced.of, rows);
  assert.equal(narrow.reduced.trend.count, rows);
  // Engines add numbers in the order that suits them, which shows in the last digit.
  for (const [sum, value] of Object.entries<number>(narrow.reduced.trend)) {
    assert.ok(Math.abs(value / wide.reduced.trend[sum] - 1) < 1e-12, `${sum}: ${value}`);
  }
  const cached = await data(widget, "?pixels=20");
  assert.equal(cached.cache_hit, true);
  assert.deepEqual(cached.reduced, narrow.reduced);
});

Deno.test("a chart's preview is the chart: of all its rows, as wide as it is drawn", async () => {
  const [last, rows] = await wholeOf("flowforge", "raw_quotes", "event_time");
  const ask = (graph: unknown, more: Config = {}) =>
    app.ask("POST", "/api/v1/preview", { body: { graph, target_node_id: "chart", ...more } });
  const line = await ask(graphOf("flowforge", "raw_quotes", "line_chart", LINE), { pixels: 300 });
  assert.equal(line.status, 200, line.text);
  assert.equal(line.json.rows.at(-1)[0], last);
  assert.equal(line.json.reduced.of, rows);
  const config = { x: "bid", y: "ask", trend: true };
  const scatter = await ask(graphOf("flowforge", "raw_quotes", "scatter_plot", config));
  assert.equal(scatter.json.row_count, MOST);
  assert.equal(scatter.json.reduced.trend.count, rows);
  const bars = { x: "trade_id", y: ["price"], function: "sum" };
  const all = await ask(graphOf("flowforge", "raw_trades", "bar_chart", bars));
  assert.ok(all.json.row_count > 100, `${all.json.row_count} bars`);
  const few = await ask(graphOf("flowforge", "raw_quotes", "line_chart", LINE), { limit: 7 });
  assert.equal(few.json.row_count, 7);
  assert.equal(few.json.reduced, undefined);
});

Deno.test("bars say how many categories there are, on every path alike, and their sum is the whole", async () => {
  const metrics = [{ function: "sum", column: "quantity", as: "all" }, { function: "count", as: "rows" }];
  const whole = graphOf("flowforge", "raw_trades", "group_by", { keys: [], metrics });
  const counted = await app.ask("POST", "/api/v1/preview", {
    body: { graph: whole, target_node_id: "chart" },
  });
  const [sum, trades] = counted.json.rows[0].map(Number);
  const config = { x: "trade_id", y: ["quantity"], function: "sum" };
  for (const orientation of ["vertical", "horizontal"]) {
    const graph = graphOf("flowforge", "raw_trades", "bar_chart", { ...config, orientation });
    const preview = await app.ask("POST", "/api/v1/preview", {
      body: { graph, target_node_id: "chart", pixels: 360 },
    });
    const tile = await data(await pinned(graph), "?pixels=360");
    for (const bars of [preview.json, tile]) {
      assert.deepEqual(bars.reduced.categories, { shown: 59, of: trades });
      assert.equal(bars.row_count, 60);
      assert.equal(bars.rows.at(-1)[0], `${trades - 59} others`);
      assert.equal(bars.rows.reduce((all: number, row: string[]) => all + Number(row[1]), 0), sum);
    }
  }
  // Without a width the picture is as large as its tile: lying bars stand along its height.
  const [upright, lying] = await Promise.all(
    ["vertical", "horizontal"].map(async (orientation) =>
      await data(await pinned(graphOf("flowforge", "raw_trades", "bar_chart", { ...config, orientation })))
    ),
  );
  assert.ok(lying.row_count < upright.row_count, `${lying.row_count} of ${upright.row_count}`);
});

Deno.test("colours beyond what a picture tells apart are one, and every category keeps its bar", async () => {
  const config = { x: "symbol", y: ["quantity"], color: "trade_id", function: "sum" };
  const bars = await data(await pinned(graphOf("flowforge", "raw_trades", "bar_chart", config)));
  assert.equal(bars.truncated, false);
  assert.equal(bars.reduced.series.shown, 15);
  assert.equal(new Set(bars.rows.map(([symbol]: [string]) => symbol)).size, 10);
  assert.equal(new Set(bars.rows.map(([, id]: [string, string]) => id)).size, 16);
});
