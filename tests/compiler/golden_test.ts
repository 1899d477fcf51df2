/** The SQL of each node type in every dialect, to be read in review. `UPDATE_GOLDEN=1` writes it anew. */
import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import type { DialectName } from "@/compiler/schema/types.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import type { Case } from "./cases/case.ts";
import { EXAMPLES } from "./support/examples.ts";
import { catalog, everything } from "./support/graphs.ts";

function statement(each: Case, dialect: DialectName): string {
  const target = each.graph.nodes.at(-1)?.id ?? "";
  const compiled = compile(each.graph, target, {
    catalog,
    dialect,
    entitlements: everything,
    ...each.options,
  });
  if (!compiled.ok) return `-- refused: ${compiled.problems.map((problem) => problem.code).join(", ")}`;
  const params = compiled.params.map((param) =>
    `-- ${param.name} ${param.type} = ${JSON.stringify(param.value)}`
  );
  return [compiled.sql + ";", ...params].join("\n");
}

function written(each: Case): string {
  const inputs = (id: string) =>
    each.graph.edges.filter((edge) => edge.target === id).map((edge) => edge.source).join(", ");
  const nodes = each.graph.nodes.map((node) =>
    `-- ${node.id}${inputs(node.id) && ` (${inputs(node.id)})`}: ${node.type} ${JSON.stringify(node.config)}`
  );
  const options = each.options ? [`-- options ${JSON.stringify(each.options)}`] : [];
  const parts = [`---- ${each.name}`, ...nodes, ...options];
  let before = "";
  for (const dialect of DIALECT_NAMES) {
    const text = statement(each, dialect);
    parts.push(text === before ? `\n-- ${dialect}: the same` : `\n-- ${dialect}\n${text}`);
    before = text;
  }
  return parts.join("\n");
}

for (const { type, cases } of EXAMPLES) {
  Deno.test(`golden SQL: ${type}`, async () => {
    const file = new URL(`golden/${type}.sql`, import.meta.url);
    const actual = `${cases.map(written).join("\n\n\n")}\n`;
    if (Deno.env.get("UPDATE_GOLDEN") === "1") await Deno.writeTextFile(file, actual);
    assert.equal(actual, await Deno.readTextFile(file));
  });
}
