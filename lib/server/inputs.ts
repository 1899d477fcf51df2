/** What callers may hand in: the API's bodies and the pages' forms are checked, and documented, by the same schemas. */
import { z } from "zod";
import { operators } from "@/compiler/mod.ts";
import type { Graph, Problem } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { isOrigin } from "@/lib/server/embeds/origin.ts";

/** Text that every store can keep: no NUL, no half of a surrogate pair. */
export const text = (longest: number) =>
  z.string().max(longest).refine((value) => value.isWellFormed() && !value.includes("\0"), {
    message: "must not contain NUL or broken characters",
  });

const name = text(200).trim().min(1).describe("A name for people.");
const description = text(5_000);
const id = text(100);

/** The graph's own rules are the compiler's: it names every problem with its path. */
export const graph = z.custom<Graph>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  {
    message: "must be a graph: an object with version, nodes and edges",
  },
);

const cell = z.int().min(0).max(10_000);
export const layout = z.object({ x: cell, y: cell, w: z.int().min(1).max(24), h: z.int().min(1).max(100) })
  .describe("Place and size on the dashboard's grid.");

export const overrides = z.object({
  title: text(200).optional(),
  refresh_seconds: z.literal([0, 5, 30, 60, 300]).optional().describe(
    "Seconds between refreshes; 0 is manual.",
  ),
});

export const filter = z.object({
  column: text(200).min(1),
  operator: z.enum(operators.map(({ operator }) => operator)),
  value: z.unknown().optional(),
}).describe("A predicate placed at every scan that has the column.");

export const workflow = z.object({ name, description: description.optional(), graph });

export const workflowPatch = z.object({
  version: z.int().min(1).describe("The version this edit began with."),
  name: name.optional(),
  description: description.optional(),
  graph: graph.optional(),
});

export const dashboard = z.object({ name, description: description.optional() });

export const dashboardPatch = z.object({ name: name.optional(), description: description.optional() });

export const arrangement = z.object({ layouts: z.array(z.object({ id, layout })).max(500) });

export const widget = z.object({
  dashboard_id: id,
  workflow_id: id,
  node_id: text(500),
  layout: layout.optional(),
  overrides: overrides.optional(),
});

export const widgetPatch = z.object({ layout: layout.optional(), overrides: overrides.optional() });

export const apiKey = z.object({
  name,
  widget_ids: z.array(id).max(500).optional().describe("Widgets the key may show."),
  dashboard_ids: z.array(id).max(100).optional().describe(
    "Dashboards all of whose widgets the key may show.",
  ),
  allowed_origins: z.array(
    text(300).refine(isOrigin, { message: "must be an origin such as https://desk.example" }),
  )
    .max(50).optional(),
  expires_at: z.iso.datetime({ offset: true }).optional(),
  locked_filters: z.array(filter).max(20).optional().describe(
    "Filters that the embedding page cannot change.",
  ),
});

const offset = z.int().min(0).optional();
const limit = z.int().min(1).max(100_000).optional();

export const preview = z.object({ graph, target_node_id: z.string(), offset, limit });

export const compilation = z.object({ graph, target_node_id: z.string(), merge: z.boolean().optional() });

export const validation = z.object({ graph });

/** Reads a value by a schema; throws `invalid_input` with one problem per fault, each with the path of its field. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 50).map(problemOf);
  const [first] = problems;
  throw new FlowForgeError(
    "invalid_input",
    `Cannot accept this input: ${first!.field || "it"} ${first!.message}.`,
    {
      problems,
    },
  );
}

function problemOf({ path, message, code }: z.core.$ZodIssue): Problem {
  return {
    code: `invalid_${code}`,
    message: message.replace(/\.$/, "").slice(0, 300),
    field: fieldPath(path),
  };
}

export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "").slice(0, 300);
}
