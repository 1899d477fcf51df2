/** Candles that have no room become coarser ones: the shortest span that fits, opened, closed and summed exactly. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres, type Rows } from "./support/engines.ts";
import { chain, everything, node } from "./support/graphs.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const table = (name: string): CatalogTable => ({
  database: "flowforge",
  table: name,
  store: "clickhouse",
  columns: [
    { name: "at", type: "datetime", nullable: true },
    { name: "day", type: "date", nullable: false },
    { name: "o", type: "decimal", nullable: false },
    { name: "h", type: "decimal", nullable: true },
    { name: "l", type: "decimal", nullable: false },
    { name: "c", type: "float64", nullable: true },
    { name: "v", type: "int64", nullable: true },
  ],
});
const [bars, twice] = [table("bars"), table("twice")];
const catalog = { tables: [bars, twice] };

type Bar = readonly [number | null, number, string, string | null, string, number | null, string | null];

/** Five-minute candles of sixty sessions with nights and week-ends between, from before 1970 on; some have no price. */
const data: readonly Bar[] = Array.from({ length: 60 * 78 }, (_, index): Bar => {
  const session = Math.floor(index / 78);
  const day = Date.UTC(1969, 11, 22) + (session + 2 * Math.floor(session / 5)) * DAY;
  const at = day + (14 * 60 + 30 + (index % 78) * 5) * MINUTE;
  const noise = (index * 7919) % 997;
  const open = 100 + noise / 8;
  return [
    index % 397 === 11 ? null : at,
    day,
    open.toFixed(6),
    index % 211 === 7 ? null : (open + 1 + (noise % 13) / 4).toFixed(6),
    (open - 1 - (noise % 7) / 4).toFixed(6),
    index % 307 === 5 ? NaN : index % 293 === 3 ? null : open + ((noise % 5) - 2) / 4,
    index % 31 === 0 ? null : String(4_611_686_018_427_387_904n + BigInt(noise)),
  ];
});

const iso = (time: number) => new Date(time).toISOString();
const asStored = ([at, day, ...figures]: Bar) => [
  at === null ? null : iso(at).replace("T", " ").replace("Z", ""),
  iso(day).slice(0, 10),
  ...figures,
];

async function withEngines(body: (engine: Engine) => Promise<void>): Promise<void> {
  for (const open of [openClickHouse, openPostgres]) {
    const engine = await open();
    try {
      await engine.fill(bars, data.map(asStored));
      await engine.fill(twice, [...data, ...data.slice(0, 10)].map(asStored));
      await body(engine);
    } finally {
      await engine.close();
    }
  }
}

const candlesOf = (name: string, time: string): Graph =>
  chain(
    node("a", "data_source", { database: "flowforge", table: name }),
    node("t", "candlestick", { time, open: "o", high: "h", low: "l", close: "c", volume: "v" }),
  );

async function rowsOf(engine: Engine, graph: Graph, options: object): Promise<Rows> {
  const { dialect } = engine;
  const compiled = compile(graph, "t", { catalog, dialect, entitlements: everything, ...options });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return await engine.run({ ...compiled, columns: [...compiled.columns, ...compiled.facts ?? []] });
}

const SPANS: readonly (readonly [string, (time: number) => number])[] = [
  ...[1, 5, 15, 30].map((n) => [`${n} second`, step(n * 1000)] as const),
  ...[1, 5, 15, 30].map((n) => [`${n} minute`, step(n * MINUTE)] as const),
  ...[1, 2, 4, 12].map((n) => [`${n} hour`, step(n * 60 * MINUTE)] as const),
  ["1 day", step(DAY)],
  ["1 week", (time) => Math.floor((time + 3 * DAY) / (7 * DAY)) * 7 * DAY - 3 * DAY],
  ["1 month", months(1)],
  ["1 quarter", months(3)],
  ["1 year", months(12)],
];

function step(size: number): (time: number) => number {
  return (time) => Math.floor(time / size) * size;
}

function months(size: number): (time: number) => number {
  return (time) => {
    const date = new Date(time);
    const month = Math.floor(((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()) / size) * size;
    return Date.UTC(1970, month, 1);
  };
}

/** What the coarser candles are, computed one by one. */
function coarser(room: number) {
  const timed = data.filter(([at]) => at !== null) as (readonly [number, ...unknown[]])[];
  const [words, start] = SPANS.find(([, start]) => new Set(timed.map(([at]) => start(at))).size <= room)!;
  const candles = new Map<number, Bar[]>();
  for (const bar of data) {
    const [at, , , high, , close] = bar;
    if (at === null || high === null || close === null || Number.isNaN(close)) continue;
    candles.set(start(at), [...candles.get(start(at)) ?? [], bar]);
  }
  const rows = [...candles].map(([time, members]) => {
    const volumes = members.flatMap((bar) => bar[6] ?? []);
    return [
      iso(time),
      Number(members[0]![2]),
      Math.max(...members.map((bar) => Number(bar[3]))),
      Math.min(...members.map((bar) => Number(bar[4]))),
      members.at(-1)![5],
      volumes.length === 0 ? null : String(volumes.reduce((sum, volume) => sum + BigInt(volume), 0n)),
    ];
  });
  return { words, rows };
}

const read = ([time, open, high, low, close, volume]: Rows[number]) => [
  iso(Date.parse(String(time).replace(/ (.*)$/, "T$1").replace(/Z?$/, "Z"))),
  Number(open),
  Number(high),
  Number(low),
  close,
  volume,
];

Deno.test("candles become those of the shortest span that fits, exactly, merged and unmerged", () =>
  withEngines(async (engine) => {
    for (const pixels of [40, 150, 260, 640, 2400, 12_000]) {
      const room = Math.floor(pixels / 4);
      const expected = coarser(room);
      for (const merge of [true, false]) {
        const rows = await rowsOf(engine, candlesOf("bars", "at"), { pixels, merge, facts: true });
        assert.deepEqual(
          rows.map((row) => read(row.slice(0, 6))),
          expected.rows,
          `${engine.dialect} ${pixels}`,
        );
        for (const row of rows) assert.equal(String(row[6]), String(data.length));
        const [size] = expected.words.split(" ");
        assert.equal(rows[0]![7], `${expected.words}${size === "1" ? "" : "s"}`);
      }
    }
  }));

const texts = (rows: Rows): string[][] => rows.map((row) => row.slice(0, 6).map(String));

/** Of rows at one moment any order is right. */
const sorted = (rows: Rows): string[] => texts(rows).map((row) => JSON.stringify(row)).sort();

Deno.test("candles that have room stay as they are, those without a price too", () =>
  withEngines(async (engine) => {
    const graph = candlesOf("bars", "at");
    const timed = (await rowsOf(engine, graph, {})).filter(([at]) => at !== null);
    const reduced = await rowsOf(engine, graph, { pixels: data.length * 4 });
    assert.deepEqual(texts(reduced), texts(timed));
  }));

Deno.test("several candles of one moment are never merged: the newest that have room remain", () =>
  withEngines(async (engine) => {
    const graph = candlesOf("twice", "at");
    const timed = (await rowsOf(engine, graph, {})).filter(([at]) => at !== null);
    const cut = await rowsOf(engine, graph, { pixels: 400, limit: 1001, facts: true });
    assert.deepEqual(texts(cut), texts(timed.slice(-1001)));
    assert.ok(cut.every((row) => row[7] === null), "no span is named");
    const all = await rowsOf(engine, graph, { pixels: 400 });
    assert.deepEqual(sorted(all), sorted(timed));
    // Every day holds 78 candles, so days repeat.
    const days = await rowsOf(engine, candlesOf("bars", "day"), { pixels: 400, limit: 51 });
    assert.equal(days.length, 51);
    assert.equal(String(days.at(-1)![0]), iso(data.at(-1)![1]).slice(0, 10));
  }));
