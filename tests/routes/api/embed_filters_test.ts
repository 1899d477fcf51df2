/** What a frame's address may filter: the columns of its key and nothing else, with one refusal for all others. */
import assert from "node:assert/strict";
import { type Answer, assertProblem, makeWorkspace, openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp();
Deno.test.afterAll(() => app.close());

const { widget, dashboard, workflow } = await makeWorkspace(app);

async function keyFor(body: object = {}): Promise<string> {
  const answer = await app.ask("POST", "/api/v1/api-keys", {
    body: { name: "Portal", widget_ids: [widget], ...body },
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.json.key;
}

const rows = (key: string, query: string, id = widget) =>
  app.ask("GET", `/api/v1/embed/${id}/data?${query}`, { tenant: "", headers: { "x-api-key": key } });

/** A refusal without what differs from request to request: its id and the name that the caller sent. */
const shapeOf = ({ status, text, json }: Answer, name: string) =>
  JSON.stringify([status, text.replaceAll(name, "NAME").replaceAll(json.request_id, "")]);

/** Of the table, of its neighbours in the catalogue, of nobody; each as it bisects a value it was never shown. */
const FOREIGN = ["quantity", "price", "trade_id", "event_time", "net_quantity", "sector", "no_such_column"];
const SLICES = ["<=", ">", "!=", "is_null", "between", "contains", "last", "in"];

Deno.test("no column that a key does not name can bisect a widget, whether it exists or not", async () => {
  for (
    const scope of [
      {},
      { widget_ids: [], dashboard_ids: [dashboard] },
      { filter_columns: ["symbol"] },
      { locked_filters: [{ column: "symbol", operator: "=", value: "AAPL" }] },
    ]
  ) {
    const key = await keyFor(scope);
    const shapes = new Set<string>();
    for (const column of FOREIGN) {
      const asked = [`${column}=0`, `.${column}=0`, ...SLICES.map((operator) => `${column}.${operator}=0`)];
      for (const filter of asked) {
        const answer = await rows(key, filter);
        assertProblem(answer, 422, "invalid_input");
        assert.doesNotMatch(answer.text, /raw_trades|flowforge\.|source|decimal|datetime|nodeId/, filter);
      }
      shapes.add(shapeOf(await rows(key, `${column}.<=0`), column));
      assertProblem(await rows(key, `${column}=`), 422, "invalid_input");
    }
    assert.equal(shapes.size, 1, "the same words for a column of this table, of another and of none");
  }
});

Deno.test("what someone signed in asks of the same widget opens nothing for a site", async () => {
  const query = "quantity.>=0";
  for (let round = 0; round < 2; round++) {
    assert.equal((await app.ask("GET", `/api/v1/widgets/${widget}/data?${query}`)).status, 200);
  }
  assertProblem(await rows(await keyFor(), query), 422, "invalid_input");
});

Deno.test("bisecting a hidden number is told the same at every step", async () => {
  const key = await keyFor({ filter_columns: ["symbol"] });
  const answers = new Set<string>();
  for (let low = 0, high = 1_000_000; high - low > 1;) {
    const middle = Math.floor((low + high) / 2);
    const answer = await rows(key, `symbol=AAPL&quantity.<=${middle}`);
    assertProblem(answer, 422, "invalid_input");
    answers.add(shapeOf(answer, "quantity"));
    if (middle % 2 === 0) low = middle;
    else high = middle;
  }
  assert.equal(answers.size, 1);
});

Deno.test("left out, the filters that the dashboard offers and the range reach the widget", async () => {
  const key = await keyFor();
  const all = await rows(key, "limit=1000");
  const one = await rows(key, "symbol=AAPL&limit=1000");
  assert.equal(one.status, 200, one.text);
  assert.ok(one.json.row_count > 0 && one.json.row_count < all.json.row_count);
  const recent = await rows(key, "range=1h");
  assert.deepEqual(recent.json.filters.applied.map(({ column }: { column: string }) => column), [
    "range",
  ]);
  const listed = await app.ask("GET", "/api/v1/api-keys");
  assert.equal(listed.json.items[0].filter_columns, null);
});

Deno.test("a list of columns is all that the address may filter: the range only where it is named", async () => {
  const key = await keyFor({ filter_columns: ["quantity"] });
  const few = await rows(key, "quantity.<=10");
  assert.equal(few.status, 200, few.text);
  const at = few.json.columns.findIndex(({ name }: { name: string }) => name === "quantity");
  assert.ok(few.json.rows.every((row: string[]) => Number(row[at]) <= 10));
  for (const query of ["symbol=AAPL", "range=1d", "quantity.<=10&price.>=0"]) {
    assertProblem(await rows(key, query), 422, "invalid_input");
  }
  const ranged = await keyFor({ filter_columns: ["range"] });
  assert.equal((await rows(ranged, "range=1d")).status, 200);
  assertProblem(await rows(ranged, "event_time.last=1d"), 422, "invalid_input");
  const closed = await keyFor({ filter_columns: [] });
  assert.equal((await rows(closed, "")).status, 200);
  for (const query of ["symbol=AAPL", "range=1d"]) {
    assertProblem(await rows(closed, query), 422, "invalid_input");
  }
});

Deno.test("a named column that the widget does not have is refused in the words of any other", async () => {
  const key = await keyFor({ filter_columns: ["sector", "nothing"] });
  const shapes = ["sector", "nothing", "quantity"].map(async (column) =>
    shapeOf(await rows(key, `${column}=0`), column)
  );
  assert.equal(new Set(await Promise.all(shapes)).size, 1);
});

Deno.test("a locked filter wins over a column that the key lets filter", async () => {
  const key = await keyFor({
    filter_columns: ["symbol"],
    locked_filters: [{ column: "symbol", operator: "=", value: "AAPL" }],
  });
  const { json } = await rows(key, "symbol=MSFT");
  const at = json.columns.findIndex(({ name }: { name: string }) => name === "symbol");
  assert.deepEqual([...new Set(json.rows.map((row: string[]) => row[at]))], ["AAPL"]);
  assert.equal(json.filters.ignored[0].reason, "locked");
});

Deno.test("a ticket filters no more than its key", async () => {
  const key = await keyFor({ filter_columns: ["symbol"] });
  const made = await app.ask("POST", `/api/v1/embed/${widget}/ticket`, {
    tenant: "",
    headers: { "x-api-key": key },
  });
  const byTicket = (query: string) =>
    app.ask("GET", `/api/v1/embed/${widget}/data?ticket=${made.json.ticket}&${query}`, { tenant: "" });
  assert.equal((await byTicket("symbol=AAPL")).status, 200);
  assertProblem(await byTicket("quantity.<=0"), 422, "invalid_input");
});

Deno.test("what is wrong behind a widget is told without its tables, nodes and types", async () => {
  const NAMES = /raw_trades|flowforge|"source"|"sorted"|nodeId|decimal|datetime|event_time|column/;
  const key = await keyFor({ filter_columns: ["quantity"] });
  for (const filter of ["quantity.>=abc", "quantity.contains=1", "quantity.between=1"]) {
    const answer = await rows(key, filter.replace("=abc", "==abc"));
    assertProblem(answer, 422, "invalid_input");
    assert.doesNotMatch(answer.text, NAMES);
  }
  const locked = await keyFor({ locked_filters: [{ column: "desk", operator: "=", value: "x" }] });
  const unreached = await rows(locked, "");
  assertProblem(unreached, 403, "forbidden");
  assert.doesNotMatch(unreached.text, NAMES);

  const [source, sorted, table] = tradesGraph().nodes;
  const broken = { ...sorted!, config: { keys: [{ column: "gone", direction: "asc" }] } };
  const patch = await app.ask("PATCH", `/api/v1/workflows/${workflow}`, {
    body: { version: 1, graph: { ...tradesGraph(), nodes: [source, broken, table] } },
  });
  assert.equal(patch.status, 200, patch.text);
  const failed = await rows(key, "");
  assertProblem(failed, 422, "invalid_graph");
  assert.doesNotMatch(failed.text, /gone|raw_trades|"problems"|nodeId/);
});
