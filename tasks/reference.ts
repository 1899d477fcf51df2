/** Writes docs/reference from what the compiler says of itself. */
import { type Field, functionReference, type NodeDescription, nodeTypes, operators } from "@/compiler/mod.ts";

const FOLDER = new URL("../docs/reference/", import.meta.url);

const CATEGORIES: Readonly<Record<NodeDescription["category"], string>> = {
  input: "Input",
  prepare: "Prepare",
  combine: "Combine",
  summarise: "Summarise",
  output: "Output",
};

const FAMILIES = {
  math: "Mathematics",
  text: "Text",
  date: "Dates and times",
  logic: "Logic",
  convert: "Conversion",
  aggregate: "Aggregates",
  window: "Neighbouring rows",
} as const;

const GENERATED = "Written by `deno task reference`; edit the node or the function instead.";

const code = (text: string) => `\`${text}\``;

/** What a setting takes, in words. */
function kindOf(field: Field): string {
  switch (field.kind) {
    case "choice":
      return `one of ${field.options.map((option) => code(option.value)).join(", ")}`;
    case "number": {
      const words = (field.words ?? []).map(code);
      const record = (field.record ?? []).map(({ key }) => code(key)).join(", ");
      const instead = record === "" ? words : [...words, `an object of ${record}`];
      return [field.integer ? "whole number" : "number", ...instead].join(" or ");
    }
    case "column":
    case "columns": {
      const types = field.accepts === undefined ? "" : ` (${field.accepts.join(", ")})`;
      const side = field.input === undefined ? "" : ` of the ${field.input} input`;
      return `${field.kind}${side}${types}`;
    }
    case "table_columns":
      return "columns of the table";
    case "table_column":
      return `column of the table (${field.accepts.join(", ")}) or ${code('""')}`;
    case "list":
      return "list";
    case "table":
      return "names";
    case "toggle":
      return "true or false";
    case "expression":
      return "formula";
    case "conditions":
      return "group of conditions";
    default:
      return field.kind;
  }
}

function fieldLines(fields: readonly Field[], depth = 0): string[] {
  return fields.flatMap((field) => {
    const key = field.kind === "table"
      ? "`database`, `table`"
      : code(field.key || "logic") + (field.key ? "" : ", `conditions`");
    const optional = field.optional ? ", optional" : "";
    const when = field.when
      ? ` Only with ${code(field.when.key)} ${field.when.in.map((value) => code(String(value))).join(", ")}.`
      : "";
    const help = field.help ? ` ${field.help}` : "";
    const line = `${"  ".repeat(depth)}- ${key}, ${kindOf(field)}${optional}: ${field.label}.${help}${when}`;
    const inner = field.kind === "record" ? field.fields : field.kind === "list" ? field.item : [];
    return [line, ...fieldLines(inner, depth + 1)];
  });
}

function nodesPage(): string {
  const parts = ["# Nodes", GENERATED];
  for (const [category, title] of Object.entries(CATEGORIES)) {
    parts.push(`## ${title}`);
    for (const node of nodeTypes.filter((each) => each.category === category)) {
      const inputs = node.inputs.length === 0 ? "none" : node.inputs.map(code).join(", ");
      parts.push(`### ${node.label}`, node.summary, `Type ${code(node.type)}; inputs: ${inputs}.`);
      if (node.fields.length > 0) parts.push(fieldLines(node.fields).join("\n"));
    }
  }
  parts.push(
    "## Operators of conditions",
    operators.map((each) =>
      `- ${code(each.operator)}: ${each.label}; ${each.accepts.join(", ")}${
        each.ignoreCase ? "; takes `ignore_case`" : ""
      }`
    ).join("\n"),
  );
  return parts.join("\n\n");
}

function functionsPage(): string {
  const parts = ["# Functions of formulas", GENERATED];
  for (const [family, title] of Object.entries(FAMILIES)) {
    parts.push(`## ${title}`);
    for (const each of functionReference.filter(({ category }) => category === family)) {
      parts.push(`### ${each.name}`, each.help, `${code(each.signature)}, for example ${code(each.example)}`);
    }
  }
  return parts.join("\n\n");
}

/** Every page by its file name, formatted as the repository is. */
export async function referencePages(): Promise<Readonly<Record<string, string>>> {
  return {
    "nodes.md": await formatted(nodesPage()),
    "functions.md": await formatted(functionsPage()),
  };
}

async function formatted(markdown: string): Promise<string> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext", "md", "--line-width", "110", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode(`${markdown}\n`));
  await writer.close();
  const { success, stdout, stderr } = await process.output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  await Deno.mkdir(FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(await referencePages())) {
    await Deno.writeTextFile(new URL(name, FOLDER), text);
  }
}
