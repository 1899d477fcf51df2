/** Graph → relations: every node checked, typed and lowered, inputs first. */
import { call } from "../functions/calls.ts";
import { decimalType, isNumeric } from "../functions/value_types.ts";
import { ColumnIds } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Guard, PhysicalColumn, Relation } from "../ir/relation.ts";
import { buildGroup, FALSE } from "../nodes/conditions.ts";
import { type BuildScope, type Inputs, outputType } from "../nodes/define.ts";
import { checkFields } from "../nodes/fields.ts";
import { findNode } from "../nodes/registry.ts";
import { prototypeKey } from "../schema/prototype_keys.ts";
import { storeShape, wideInteger } from "../schema/store_types.ts";
import { shown } from "../schema/shown.ts";
import { unfinished } from "../schema/unfinished.ts";
import { portsRead, type ReadNode } from "../schema/read_graph.ts";
import { type FindTable, tablesOf } from "../schema/catalog.ts";
import type {
  Catalog,
  CatalogColumn,
  CatalogTable,
  DashboardFilter,
  Entitlements,
  Kept,
  Port,
  Problem,
  Reduction,
  ValueType,
} from "../schema/vocabulary.ts";

export interface BuildOptions {
  readonly catalog: Catalog;
  readonly entitlements?: Entitlements;
  readonly filters?: readonly DashboardFilter[];
  readonly now?: Expr;
  readonly pixels?: number;
  readonly limit?: number;
  readonly facts?: boolean;
  readonly target?: string;
  /** Whether ties in a node's order have to be settled by further columns, so that every read gives the same rows. */
  readonly repeatable?: (nodeId: string) => boolean;
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
  factCount = 0;
  kept: Kept | undefined;

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
    const relation = definition.build(checked.config, inputs as Inputs, this.#scope(node.id, report));
    return { relation, problems };
  }

  #scope(nodeId: string, problem: BuildScope["problem"]): BuildScope {
    const options = this.#options;
    return {
      nodeId,
      problem,
      nextId: () => this.#ids.next(),
      table: this.#table,
      tables: () => options.catalog.tables,
      scan: (table, columns) => this.#scan(table, columns, nodeId, problem),
      now: () => options.now ?? ENGINE_CLOCK,
      repeatable: options.repeatable?.(nodeId) ?? false,
      isCompiling: options.target !== undefined,
      isTarget: options.target === nodeId,
      reduced: (note) => {
        this.reduction = note;
      },
      wantsFacts: options.facts ?? false,
      facts: (count) => {
        this.factCount = count;
      },
      keeps: (kept) => {
        this.kept = kept;
      },
      ...(options.pixels === undefined ? {} : { pixels: options.pixels }),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
    };
  }

  #scan(
    table: CatalogTable,
    chosen: readonly CatalogColumn[],
    nodeId: string,
    problem: BuildScope["problem"],
  ): Relation {
    const physical: PhysicalColumn[] = table.columns.map((column) => ({
      id: this.#ids.next(),
      column,
      type: columnType(column),
    }));
    const all = physical.map(({ id, column, type }) => ({ id, name: column.name, type }));
    const columns = chosen.flatMap((column) => {
      const at = table.columns.indexOf(column);
      const found = all[at];
      return found === undefined ? [] : [found];
    });
    const guard = guardOf(table, this.#options.entitlements);
    if (guard.kind === "closed") {
      problem({
        code: "invalid_catalog",
        message: `Cannot read ${shown(table.table)}: its symbol column is not in the catalogue.`,
      });
    }
    let relation: Relation = { op: "scan", nodeId, table, physical, guard, columns, order: [] };
    const names = new Set(table.columns.map((column) => column.name));
    (this.#options.filters ?? []).forEach((filter, index) => {
      if (!names.has(filter.column)) return;
      const field = `filters[${index}]`;
      const predicate = buildGroup(
        { logic: "and", conditions: [filter] },
        all,
        {
          problem: (found) => problem({ ...found, field }),
          now: () => this.#options.now ?? ENGINE_CLOCK,
          isGiven: true,
        },
      );
      if (predicate) this.filtersRead.add(field);
      relation = { op: "filter", nodeId, input: relation, predicate: predicate ?? FALSE, columns, order: [] };
    });
    return relation;
  }
}

function reportMissing(port: Port, report: BuildScope["problem"]): void {
  const end = port === "in" ? "it" : `its ${port} input`;
  report(unfinished("missing_input", `nothing is connected to ${end}.`, port));
}

function columnType(column: CatalogColumn): ValueType {
  const wide = isNumeric(column) ? wideInteger(column.storeType) : undefined;
  if (wide !== undefined) return decimalType(wide.precision, 0, column.nullable || wide.isWider);
  if (column.type !== "decimal") return outputType(column);
  const shape = storeShape(column.storeType);
  return outputType({
    ...column,
    precision: column.precision ?? shape?.precision ?? 18,
    scale: column.scale ?? shape?.scale ?? 6,
  });
}

/** Without entitlements no row of a table with symbols is seen. */
function guardOf(table: CatalogTable, entitlements: Entitlements | undefined): Guard {
  if (table.symbolColumn === undefined) return { kind: "open" };
  const given = entitlements?.symbols;
  if (given === "all") return { kind: "all" };
  const symbols = Array.isArray(given) ? given.filter((symbol) => typeof symbol === "string") : [];
  const column = table.columns.find((candidate) => candidate.name === table.symbolColumn);
  return column === undefined ? { kind: "closed" } : { kind: "symbols", column, symbols };
}
