/**
 * Adding a node type is cheap: its file in `compiler/nodes/`, a line in the registry, cases. The rest of the program
 * asks the registry, so this counts the files that name a node type all the same; each has its reason.
 */
import assert from "node:assert/strict";
import { NODE_TYPES, type NodeType, type OutputType, pictureOf } from "@/compiler/mod.ts";
import { defineNode, defineOutput } from "@/compiler/nodes/define.ts";
import { EXAMPLES } from "./support/examples.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const ROOMS = ["compiler", "components", "islands", "lib", "pipeline", "routes", "tasks"];
const REGISTRY = "compiler/nodes/registry.ts";

interface Permitted {
  readonly path: string;
  readonly types: readonly NodeType[];
  readonly why: string;
}

const PERMITTED: readonly Permitted[] = [
  {
    path: "components/canvas/view/EmptyHint.tsx",
    types: ["data_source"],
    why: "an empty canvas offers the step that every workflow starts with",
  },
  {
    path: "lib/canvas/state/match_count.ts",
    types: ["group_by"],
    why: "counts the rows that pass a filter by a node behind it",
  },
  {
    path: "compiler/plan/values_of.ts",
    types: ["group_by"],
    why: "asks for the values of a column by a workflow of its own",
  },
  {
    path: "lib/server/dashboards/filter_options.ts",
    types: ["data_source", "unique", "sort"],
    why: "asks for the values of a column by a workflow of its own",
  },
  {
    path: "lib/server/query/handing_statements.ts",
    types: ["data_source"],
    why: "asks for the rows of a table by a workflow of its own",
  },
];

/** Folders that hold whole workflows, what is added by a row of its own in CONTRIBUTING, or what counts such names. */
const APART = ["lib/server/templates/", "lib/charts/", "components/charts/", "tasks/count/"];

/** Words that programs use for much else: they count where something is said to be of that type. */
const COMMON: ReadonlySet<string> = new Set([
  "filter",
  "select",
  "rename",
  "sort",
  "limit",
  "sample",
  "unique",
  "formula",
  "window",
  "join",
  "union",
  "pivot",
  "unpivot",
  "fill",
]);

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(ROOT + folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function names(text: string, type: NodeType): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|^(?:import|export) [^;]*?from ".*";$/gm, "");
  return COMMON.has(type)
    ? new RegExp(
      `(?:\\b(?:type|nodeType|chart)\\??\\s*(?::|[!=]==)|\\b(?:node|addNode)\\([^)]*)\\s*"${type}"`,
    )
      .test(code)
    : new RegExp(`["'\`]${type}["'\`]|\\b${type}\\??\\s*:`).test(code);
}

const texts = new Map<string, string>();
for (const room of ROOMS) {
  for await (const path of sources(room)) texts.set(path, await Deno.readTextFile(ROOT + path));
}

function filesNaming(type: NodeType): string[] {
  return [...texts].filter(([path, text]) =>
    path !== REGISTRY && !APART.some((folder) => path.startsWith(folder)) && names(text, type)
  ).map(([path]) => path).sort();
}

Deno.test("a node type is its file, its line in the registry, and cases", () => {
  const registry = texts.get(REGISTRY) ?? "";
  for (const type of NODE_TYPES) {
    assert.ok(texts.has(`compiler/nodes/${type}.ts`), `${type} has a file of its own`);
    assert.match(registry, new RegExp(`^  ${type}[:,]`, "m"));
    const cases = EXAMPLES.find((each) => each.type === type)?.cases ?? [];
    assert.ok(cases.length > 0, `${type} has cases`);
  }
});

Deno.test("a node type that is written is in the registry", () => {
  const written = [...texts].filter(([path, text]) =>
    path.startsWith("compiler/nodes/") && /^export const \w+ = define(?:Node|Output)\b/m.test(text)
  ).map(([path]) => path.slice("compiler/nodes/".length, -".ts".length));
  assert.deepEqual(written.toSorted(), [...NODE_TYPES].toSorted());
});

Deno.test("no other file names a node type, but those that must", () => {
  for (const type of NODE_TYPES) {
    const permitted = PERMITTED.filter(({ types }) => types.includes(type)).map(({ path }) => path).sort();
    assert.deepEqual(filesNaming(type), permitted, `files that name ${type}`);
  }
});

Deno.test("a name is found however it is used", () => {
  for (
    const text of ['type === "unique"', 'type: "unique"', 'node("a", "unique", {})', 'chart !== "unique"']
  ) {
    assert.ok(names(text, "unique"), text);
  }
  for (const text of ['x === "kpi_card"', "{ kpi_card: draw }", '["kpi_card"]']) {
    assert.ok(names(text, "kpi_card"), text);
  }
  for (const text of ['// type: "unique"', 'op: "unique"', 'import { a } from "./kpi_card.ts";']) {
    assert.ok(!names(text, "unique") && !names(text, "kpi_card"), text);
  }
});

Deno.test("what a node type has to say cannot be forgotten", () => {
  const said = { label: "L", summary: "S.", fields: [], initial: {} };
  const icon = { path: "M0 0" };
  const step = { category: "prepare" as const, inputs: ["in"] as const };
  const caption = () => "";
  const build = () => {
    throw new TypeError("never built");
  };
  defineNode({ description: { ...said, ...step, icon }, caption, build });
  defineOutput({ description: { ...said, icon, picture: "chart" }, caption, build });
  // @ts-expect-error: an icon
  defineNode({ description: { ...said, ...step }, caption, build });
  // @ts-expect-error: the line under its name
  defineNode({ description: { ...said, ...step, icon }, build });
  // @ts-expect-error: what its picture is made of, and so whether it is hydrated
  defineOutput({ description: { ...said, icon }, caption, build });
  // @ts-expect-error: a type that the registry does not have
  const unknown: NodeType = "unknown";
  // @ts-expect-error: an output type that is a step
  const notAnOutput: OutputType = "filter";
  const output: OutputType = "kpi_card";
  assert.ok(!NODE_TYPES.includes(unknown));
  assert.equal(pictureOf(notAnOutput), undefined);
  assert.equal(pictureOf(output), "figure");
});
