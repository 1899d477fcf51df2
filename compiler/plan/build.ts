/** Graph → relations: every node checked, typed and lowered, inputs first. */
import { call } from "../functions/calls.ts";
import { ColumnIds } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import type { BuildScope, Inputs } from "../nodes/define.ts";
import type { loweringOf } from "../nodes/lowered.ts";
import { checkFields } from "../nodes/fields.ts";
import { findNode } from "../nodes/registry.ts";
import { prototypeKey } from "../schema/prototype_keys.ts";
import { unfinished } from "../schema/unfinished.ts";
import { portsRead, type ReadNode } from "../schema/read_graph.ts";
import { type FindTable, tablesOf } from "../schema/catalog.ts";
import type { Catalog, Kept, Port, Problem, Reduction } from "../schema/vocabulary.ts";
import type { comparedRange, Found as Compared } from "./compared_range.ts";
import type { buildScan, ScanOptions } from "./scan.ts";
import { tableScan } from "./table_scan.ts";

interface BuildOptions {
  readonly catalog: Catalog;
  /** What a statement is made for; missing while only columns and problems are asked for. */
  readonly statement?: StatementOptions;
}

interface StatementOptions extends ScanOptions {
  readonly parts: StatementParts;
  readonly target: string;
  readonly now?: Expr;
  readonly pixels?: number;
  readonly limit?: number;
  readonly lineLimit?: number;
  readonly facts?: boolean;
  /** Whether ties in a node's order have to be settled by further columns, so that every read gives the same rows. */
  repeatable(nodeId: string): boolean;
}

/** What makes the rows of a statement, and no column: an editor does without, so it is handed in. */
export interface StatementParts {
  readonly scan: typeof buildScan;
  readonly comparedRange: typeof comparedRange;
  readonly loweringOf: typeof loweringOf;
}

export interface Built {
  /** Undefined where the node could not be built at all. */
  readonly relation?: Relation;
  readonly problems: readonly Problem[];
}

const ENGINE_CLOCK = call("now", []);

export class Builder {
  readonly #ids: ColumnIds;
  readonly #options: BuildOptions;
  readonly #table: FindTable;
  /** How the target was reduced to what its picture can show. */
  reduction: Reduction | undefined;
  /** Filters of the options that some table could read, by their place. */
  readonly filtersRead = new Set<string>();
  readonly #spent = { conditions: 0 };
  factCount = 0;
  kept: Kept | undefined;
  /** The range that a card took over, and which. */
  compared: (Compared & { readonly nodeId: string }) | undefined;

  constructor(options: BuildOptions, ids = new ColumnIds()) {
    this.#options = options;
    this.#ids = ids;
    this.#table = tablesOf(options.catalog);
  }

  build(entry: ReadNode, inputOf: (id: string) => Relation | undefined): Built {
    const { node } = entry;
    const problems: Problem[] = [];
    const report = (problem: Omit<Problem, "nodeId">) => {
      problems.push({ ...problem, nodeId: node.id });
    };
    const definition = findNode(node.type);
    if (definition === undefined) return { problems };
    const ports = portsRead(entry);
    const inputs: Partial<Record<Port, Relation>> = {};
    for (const port of ports) {
      const source = entry.inputs.get(port);
      const relation = source === undefined ? undefined : inputOf(source);
      if (relation !== undefined) inputs[port] = relation;
    }
    const first = ports[0] === undefined ? undefined : inputs[ports[0]];
    for (const port of ports) if (!entry.inputs.has(port)) reportMissing(port, report);
    if (node.disabled) {
      if (ports.length === 0) {
        report({
          code: "disabled_source",
          message: "Cannot read from a disabled data source.",
          field: "disabled",
        });
      }
      return { ...(first ? { relation: first } : {}), problems };
    }
    const key = prototypeKey(node.config);
    if (key !== undefined) {
      report({
        code: "invalid_setting",
        message: 'Cannot use the key "__proto__": programs give it a meaning of its own.',
        field: key,
      });
    }
    const checked = checkFields(definition.description.fields, node.config, inputs, report);
    if (!checked.complete || ports.some((port) => inputs[port] === undefined)) {
      return { ...(first ? { relation: first } : {}), problems };
    }
    const relation = definition.build(
      checked.config,
      inputs as Inputs,
      this.#scope(node.id, report, problems.length > 0),
    );
    return { relation, problems };
  }

  #scope(nodeId: string, problem: BuildScope["problem"], isFaulty: boolean): BuildScope {
    const { catalog, statement } = this.#options;
    const { filtersRead } = this;
    const spent = this.#spent;
    const nextId = () => this.#ids.next();
    const now = () => statement?.now ?? ENGINE_CLOCK;
    const place = { nodeId, problem, nextId };
    const scope: BuildScope = {
      ...place,
      isFaulty,
      spent,
      table: this.#table,
      tables: () => catalog.tables,
      scan: (table, columns, eventTime) =>
        statement === undefined ? tableScan(table, columns, place).relation : statement.parts.scan(
          table,
          columns,
          { ...statement, ...place, now, spent, filtersRead },
          eventTime,
        ),
      now,
      repeatable: statement?.repeatable(nodeId) ?? false,
      comparedRange: (input, column) => {
        const found = statement?.parts.comparedRange(input, column, statement, { now });
        if (found !== undefined) this.compared = { ...found, nodeId };
        return found;
      },
      isCompiling: statement !== undefined,
      isTarget: statement?.target === nodeId,
      reduced: (note) => {
        this.reduction = note;
      },
      wantsFacts: statement?.facts ?? false,
      facts: (count) => {
        this.factCount = count;
      },
      keeps: (kept) => {
        // Nothing is kept of pages: a later one goes on where an earlier one ended.
        if (statement?.limit !== undefined) this.kept = kept;
      },
      ...(statement?.pixels === undefined ? {} : { pixels: statement.pixels }),
      ...(statement?.limit === undefined ? {} : { limit: statement.limit }),
      ...(statement?.lineLimit === undefined ? {} : { lineLimit: statement.lineLimit }),
    };
    return statement === undefined ? scope : { ...scope, lower: statement.parts.loweringOf(scope) };
  }
}

function reportMissing(port: Port, report: BuildScope["problem"]): void {
  const end = port === "in" ? "it" : `its ${port} input`;
  report(unfinished("missing_input", `nothing is connected to ${end}.`, port));
}
