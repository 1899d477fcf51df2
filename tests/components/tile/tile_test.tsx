import { doesNotMatch, match, ok } from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Tile } from "@/components/tile/Tile.tsx";
import { TileBody } from "@/components/tile/TileBody.tsx";
import { TablePages } from "@/components/tile/TablePages.tsx";
import { tileLinks } from "@/lib/tiles/links.ts";
import type { TileState } from "@/lib/tiles/model.ts";
import type { Widget, WidgetData } from "@/lib/server/widgets/schema.ts";

const XSS = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  `" onmouseover="alert(1)`,
  "javascript:alert(1)",
  "</title><svg onload=alert(1)>",
];

function widget(title: string): Widget {
  return {
    id: "w1",
    dashboard_id: "d1",
    workflow_id: "f1",
    node_id: "n1",
    layout: { x: 0, y: 0, w: 6, h: 4 },
    overrides: { title },
    created_at: "2026-11-21T12:00:00Z",
    updated_at: "2026-11-21T12:00:00Z",
  };
}

function render(
  state: TileState,
  { title = "Trades", refreshSeconds = 30, live = false, mayEdit = true } = {},
): string {
  const view = { widget: widget(title), state };
  const shared = {
    links: tileLinks(view.widget, { query: "refresh=30", filterQuery: "" }),
    refreshSeconds,
    mayEdit,
    live,
  };
  return renderToString(
    <Tile view={view} {...shared}>
      <TileBody view={view} {...shared} chart={state.kind === "ready" ? <p>chart</p> : null} />
    </Tile>,
  );
}

const failed = (code: string): TileState => ({
  kind: "failed",
  failure: { widget_id: "w1", title: "Trades", code, detail: "Cannot.", problems: [] },
});

Deno.test("a tile's title is text wherever it appears", () => {
  for (const title of XSS) {
    const html = render({ kind: "pending" }, { title });
    doesNotMatch(html, /<script|<img|<svg onload|" onmouseover|href="javascript/);
  }
});

Deno.test("a tile says what to do when its workflow is gone", () => {
  const html = render(failed("source_deleted"));
  match(html, /Source workflow deleted/);
  match(html, /Remove this tile/);
});

Deno.test("a tile says what to do when its node is gone from a workflow that stands", () => {
  const html = render(failed("node_deleted"));
  match(html, /Source node deleted/);
  match(html, /pin another output/);
});

Deno.test("an unknown failure reads as a failed query, whatever its name", () => {
  for (const code of ["internal", "constructor", "__proto__"]) {
    match(render(failed(code)), /The query failed/);
  }
});

Deno.test("a pending tile asks once, a ready one on its interval, a live one never", () => {
  match(render({ kind: "pending" }), /hx-trigger="load"/);
  match(render(failed("query_failed")), /hx-trigger="every 30s"/);
  doesNotMatch(render(failed("query_failed"), { refreshSeconds: 0 }), /hx-trigger/);
  doesNotMatch(render(failed("query_failed"), { live: true }), /hx-trigger/);
});

Deno.test("a viewer's tile offers nothing that only editors may do", () => {
  const html = render({ kind: "pending" }, { mayEdit: false });
  doesNotMatch(html, /\/remove"|\/title"|\/canvas\//);
  ok(render({ kind: "pending" }).includes('action="/dashboards/d1/tiles/w1/remove"'));
});

Deno.test("a table's pages end with a way on, keep the focus, and say what is left out", () => {
  let csv: string | undefined = "/tile/export?symbol=AAPL";
  const pages = (offset: number, more: Partial<WidgetData> = {}) =>
    renderToString(
      <TablePages
        data={{
          widget_id: "w1",
          title: "Trades",
          chart: "table_view",
          config: {},
          columns: [{ name: "symbol", type: "string", nullable: false }],
          rows: Array.from({ length: 50 }, () => ["AAPL"]),
          row_count: 50,
          truncated: true,
          as_of: "2026-11-21T12:00:00Z",
          execution_ms: 1,
          cache_hit: false,
          ...more,
        }}
        offset={offset}
        width={600}
        height={300}
        pageAt={(row) => `/tile?offset=${row}`}
        csv={csv}
        target="#tile"
      />,
    );
  const middle = pages(9_950);
  match(middle, /<a id="next-w1" href="\/tile\?offset=10000"[^>]*hx-target="#tile"/);
  doesNotMatch(middle, /Pages end here/);
  doesNotMatch(middle, /tile-notes/);
  const cut = pages(0, { pivot_values: { p: ["a", "b"] }, pivot_values_omitted: { p: 1_234 } });
  match(cut, /tile-notes[^]*1,236 values, 2 shown/);
  doesNotMatch(cut, /tile-notes-more/);
  const ignored = ["foo", "bar"].map((column) => ({
    column,
    operator: "=",
    reason: "unknown_column",
    message: `Cannot filter by "${column}": no table has it.`,
  } as const));
  const several = pages(0, { filters: { applied: [], ignored } });
  match(several, /aria-describedby="notes-w1"[^]*foo[^]*and 1 more/, "one line");
  match(several, /id="notes-w1" popover[^]*foo[^]*: no[^]*bar[^]*: no/, "and all of it");
  const end = pages(10_000);
  match(
    end,
    /Pages end here: add a filter or <a href="\/tile\/export\?symbol=AAPL">export<\/a> to see further/,
  );
  csv = undefined;
  match(pages(10_000), /Pages end here: add a filter to see further/);
  match(end, /<span class="tile-page-end" id="next-w1" tabindex="-1" aria-disabled="true">Next/);
});
