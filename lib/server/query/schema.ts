/** Graphs, filters and results: what a query is asked by, and what comes back. */
import { z } from "zod";
import { operators, STORE_NAMES, TYPE_NAMES } from "@/compiler/mod.ts";
import type { Graph } from "@/compiler/schema/types.ts";
import { NO_COMPARISON, TIME_UNITS } from "@/compiler/schema/vocabulary.ts";
import { type Infer, input, text } from "@/lib/server/fields.ts";

/** The graph's own rules are the compiler's: it names every problem with its path. */
export const graph = z.custom<Graph>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  { message: "must be a graph: an object with version, nodes and edges" },
);

/** Filters of one request. */
const MAX_FILTERS = 100;

export const filter = z.object({
  column: text(200).min(1),
  operator: z.enum(operators.map(({ operator }) => operator)),
  value: z.unknown().optional(),
}).describe("A predicate placed at every scan that has the column.");

export const column = z.object({
  name: z.string(),
  type: z.enum(TYPE_NAMES),
  nullable: z.boolean(),
  precision: z.int().optional(),
  scale: z.int().optional(),
}).meta({ id: "Column" });

const span = z.object({ start: z.int(), end: z.int() });

export const problem = z.object({
  code: z.string(),
  message: z.string(),
  short: z.string().optional().describe("The same beside the node itself, where there is a shorter form."),
  nodeId: z.string().optional(),
  field: z.string().optional().describe("Path of the offending setting, such as `metrics[1].column`."),
  span: span.optional(),
  hint: z.string().optional(),
  severity: z.enum(["error", "warning"]).optional(),
}).meta({ id: "Problem" });

const part = z.object({ shown: z.number(), of: z.number() });

const reduced = z.object({
  method: z.enum(["m4", "sample", "candles", "others"]),
  pixels: z.number().describe("The width whose detail the rows have."),
  asked: z.number().optional()
    .describe("The width that was asked for, where the limit of rows has no room for it."),
  of: z.number().optional().describe("How many rows there were; missing where there is none."),
  categories: part.optional().describe(
    "Of bars: how many of the largest categories have a bar of their own. The others are one bar, the last.",
  ),
  series: part.optional().describe("Of colours: the same, by the sum over all categories."),
  bucket: z.string().optional().describe("How long a merged candle is; missing where none was merged."),
  trend: z.object({
    count: z.number(),
    meanX: z.number(),
    meanY: z.number(),
    xx: z.number(),
    xy: z.number(),
    yy: z.number(),
  }).optional().describe("Means, and sums of squares and products around them, of all points."),
});

const asked = z.object({ column: z.string(), operator: z.string() });

const filterReport = z.object({
  applied: z.array(asked.extend({
    placed: z.array(z.object({ nodeId: z.string(), at: z.enum(["scan", "window", "fill", "comparison"]) }))
      .describe("Where rows were taken away: in a table, or after the window that had to see them."),
    notes: z.array(z.string()).optional().describe(
      "In words: values that one of the tables cannot have, or a table that a range leaves alone.",
    ),
  })),
  ignored: z.array(asked.extend({
    reason: z.enum([
      "unknown_column",
      "column_elsewhere",
      "computed_column",
      "empty_value",
      "no_event_time",
      "locked",
    ]),
    message: z.string(),
    hint: z.string().optional(),
  })),
}).describe("What became of each filter.");

const comparison = z.object({
  last: z.object({ size: z.int(), unit: z.enum(TIME_UNITS) }).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  reason: z.enum(NO_COMPARISON).optional().describe("Why there is no period before to compare with."),
}).describe("The period that a card shows because of a range.");

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const result = z.object({
  columns: z.array(column),
  rows: z.array(z.array(cell)).describe("By position of `columns`; int64 and decimal values are strings."),
  row_count: z.int(),
  execution_ms: z.number().describe("How long the rows took to come; 0 where they were at hand."),
  cache_hit: z.boolean(),
  truncated: z.boolean().describe("True when the limit cut the result."),
  kept: z.enum(["newest", "largest"]).optional()
    .describe("Which rows the limit kept, where it is not the first ones."),
  reduced: reduced.optional().describe("How a chart's rows were reduced to what its width can show."),
  filters: filterReport.optional(),
  unreadable: z.int().optional()
    .describe("How many values of look-up tables were none of their column's type, and are null."),
  compared: comparison.optional(),
  pivot_values: z.record(z.string(), z.array(z.string())).optional()
    .describe(
      "Values discovered for pivots that list none, by node id: those of most rows, in their own order.",
    ),
  pivot_values_omitted: z.record(z.string(), z.int()).optional()
    .describe("How many further values there are, by node id, where a pivot has more than it shows."),
}).meta({ id: "Result" });

export type ResultTable = Infer<typeof result>;

export const storeName = z.enum(STORE_NAMES);

export const statement = z.object({
  sql: z.string(),
  params: z.array(z.object({ name: z.string(), type: z.string(), value: z.unknown() })),
  store: storeName,
  statements: z.array(z.object({
    store: storeName,
    text: z.string().describe("SQL, or the commands of a look-up; `{symbol}` stands for each of `symbols`."),
    table: z.string().optional().describe("Whose rows it hands over, as `database.table`."),
    symbols: z.union([z.array(z.string()), z.literal("all")]).optional()
      .describe("Whose rows are read: those entitled to and asked for."),
    columns: z.array(z.object({ name: z.string(), param: z.string() })).optional()
      .describe("Which parameter of the statement holds which of its columns."),
  })).describe("What is run, in this order: rows are read from other stores first, and bound."),
  columns: z.array(column),
  levels: z.int().describe("How many SELECT levels the statement has."),
  explanation: z.array(z.object({
    level: z.int(),
    nodeIds: z.array(z.string()),
    reason: z.string(),
    filters: z.array(z.string()).optional().describe("Where the filters that were given apply."),
  })),
  attribution: z.array(z.object({ nodeId: z.string(), level: z.int(), spans: z.array(span) })).optional()
    .describe("Which level each node ended in and which parts of the SQL it wrote."),
  filters: filterReport.optional(),
}).meta({ id: "Statement" });

export type CompiledStatement = Infer<typeof statement>;

export const validation = z.object({
  nodes: z.record(z.string(), z.object({ columns: z.array(column), problems: z.array(problem) })),
  problems: z.array(problem).describe("Faults of the structure."),
}).meta({ id: "Validation" });

export type Validation = Infer<typeof validation>;

export const previewInput = input(z.object({
  graph,
  target_node_id: z.string(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(100_000).optional(),
  pixels: z.int().min(1).max(20_000).optional()
    .describe(
      "Side of the picture along which its values stand: its width, or the height of lying bars. A chart is then read " +
        "whole and reduced to it, as on a dashboard.",
    ),
  filters: z.array(filter).max(MAX_FILTERS).optional().describe(
    "A viewer's filters; `filters` says what became of each.",
  ),
}));

export type PreviewInput = Infer<typeof previewInput>;

export const exportInput = input(z.object({
  graph,
  target_node_id: z.string(),
  name: text(200).optional().describe("The workflow's name, for the file's."),
}));

export type ExportInput = Infer<typeof exportInput>;

export const compileInput = input(
  z.object({
    graph,
    target_node_id: z.string(),
    merge: z.boolean().optional(),
    filters: z.array(filter).max(MAX_FILTERS).optional()
      .describe("A viewer's filters; the explanation says where each applies."),
  }),
);

export type CompileInput = Infer<typeof compileInput>;

export const validateInput = input(z.object({ graph }));

export type ValidateInput = Infer<typeof validateInput>;
