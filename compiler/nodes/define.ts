/** What a node type's file provides, and what it is given. */
import type { Scope } from "../formula/mod.ts";
import type { ColumnId, Expr, NamedExpr } from "../ir/expr.ts";
import type { Computed, Relation, RelationColumn } from "../ir/relation.ts";
import type { Untyped } from "../schema/untyped.ts";
import type {
  CatalogColumn,
  CatalogTable,
  Kept,
  Problem,
  Reduction,
  ValueType,
} from "../schema/vocabulary.ts";
import type { Lowering } from "./lowering.ts";
import type { OutputDescription, StepDescription } from "./spec.ts";

export interface BuildScope {
  readonly nodeId: string;
  nextId(): ColumnId;
  /** Records a problem of this node; `field` is a path within its config. */
  problem(problem: Omit<Problem, "nodeId">): void;
  /** Some entry of the settings was left out for a fault of its own, which has been said. */
  readonly isFaulty: boolean;
  /** What the nodes that are built together have used up of a limit that they share. */
  readonly spent: { conditions: number };
  table(database: string, table: string): CatalogTable | undefined;
  tables(): readonly CatalogTable[];
  /**
   * A scan with the reader's entitlement and the dashboard's filters already in it. `eventTime` is the column that a
   * range is about, where it is not the table's own.
   */
  scan(table: CatalogTable, columns: readonly CatalogColumn[], eventTime?: string | null): Relation;
  /** The moment "now": a value when the caller gave one, else the engine's clock. */
  now(): Expr;
  /** Whether ties must fall the same way every time, because the result is read in pages or more than once. */
  readonly repeatable: boolean;
  readonly pixels?: number;
  /** How many rows the caller takes at most, where it reads from the first on. */
  readonly limit?: number;
  /** The same where the rows are those of a reduced line. */
  readonly lineLimit?: number;
  /** Notes that the rows were reduced for the picture. */
  reduced(note: Reduction): void;
  /** Whether the caller wants to know what `facts` notes. */
  readonly wantsFacts: boolean;
  /** Notes how many of the last columns are not the result's own, but said of all its rows. */
  facts(count: number): void;
  /** Notes which rows the caller's limit keeps where it is not the first ones. */
  keeps(kept: Kept): void;
  /** The two periods that a viewer's range on a column of the input compares; undefined without one. */
  comparedRange(input: Relation, column: RelationColumn): ComparedRange | undefined;
  /** Undefined while only columns and problems are asked for. */
  readonly lower?: Lowering;
  /** False while only columns and problems are asked for. */
  readonly isCompiling: boolean;
  /** Only a target is reduced to what its picture needs. */
  readonly isTarget: boolean;
}

export interface ComparedRange {
  /** The input over the period of the same length before the range; undefined where there is none. */
  readonly before?: Relation;
}

/** Relations on the node's ports; a missing one has been reported, and the node is then not built. */
export interface Inputs {
  readonly in: Relation;
  readonly left: Relation;
  readonly right: Relation;
}

/**
 * A node type. `build` is check, propagation and lowering in one, so that they cannot disagree: it is given a config
 * whose shape `fields` has already vouched for (faulty items left out), reports what else is wrong, and returns the
 * relation whose columns are the node's output schema. The other functions get the config as it was saved.
 */
interface Definition<Config> {
  build(config: Config, inputs: Inputs, scope: BuildScope): Relation;
  /** The line under a node's name: its settings in a few words, empty while there is nothing to say. */
  caption(config: Untyped): string;
  /** What a screen reader says in its place. */
  spokenCaption?(config: Untyped): string;
  /** The table of the catalogue that it reads. */
  tableRead?(config: Untyped): TableName;
  /** Values that the node needs to know before it can be compiled, and does not. */
  valuesWanted?(config: Untyped): ColumnValues | undefined;
}

/** Values of a column of a node's input. */
export interface ColumnValues {
  readonly column: string;
  /** At most so many of them: those that most rows have. */
  readonly most: number;
}

interface TableName {
  readonly database: unknown;
  readonly table: unknown;
  /** The column that a time range is about; empty for none, undefined where the catalogue has the say. */
  readonly eventTime?: unknown;
}

interface StepDefinition<Config = Untyped> extends Definition<Config> {
  readonly description: StepDescription;
}

export interface OutputDefinition<Config = Untyped> extends Definition<Config> {
  readonly description: OutputDescription;
}

export type NodeDefinition = StepDefinition | OutputDefinition;

type Step<Config> = Definition<Config> & { readonly description: Omit<StepDescription, "terminal"> };

/** The config's type is erased for the registry: `fields` is what guarantees it at run time. */
export function defineNode<Config>(definition: Step<Config>): StepDefinition {
  const description: StepDescription = { ...definition.description, terminal: false };
  return { ...definition as Step<Untyped>, description };
}

type Output<Config> =
  & Definition<Config>
  & { readonly description: Omit<OutputDescription, "terminal" | "category" | "inputs"> };

/** An output has one input, and ends the workflow. */
export function defineOutput<Config>(definition: Output<Config>): OutputDefinition {
  const description: OutputDescription = {
    ...definition.description,
    category: "output",
    inputs: ["in"],
    terminal: true,
  };
  return { ...definition as Output<Untyped>, description };
}

/** What a step hands on of its input, unless it says otherwise. */
export function passing(input: Relation, scope: Pick<BuildScope, "nodeId">) {
  return { nodeId: scope.nodeId, input, columns: input.columns, order: input.order };
}

export function findColumn(relation: Relation, name: string): RelationColumn | undefined {
  return relation.columns.find((column) => column.name === name);
}

/** A formula's columns, looked up as asked for: it reads a few, its input may have hundreds. */
export function columnScope(input: Relation): Scope {
  return {
    get: (name) => findColumn(input, name),
    has: (name) => findColumn(input, name) !== undefined,
    keys: () => input.columns.map(({ name }) => name).values(),
  };
}

export function computedColumns<E extends Expr>(
  named: readonly NamedExpr<E>[],
  scope: Pick<BuildScope, "nextId">,
): { readonly computed: Computed<E>[]; readonly columns: RelationColumn[] } {
  const computed = named.map(({ expr }) => ({ id: scope.nextId(), expr }));
  const columns = computed.map(({ id, expr }, index) => ({
    id,
    name: named[index]?.name ?? "",
    type: outputType(expr.type),
  }));
  return { computed, columns };
}

/** The type without properties of a column, so that schemas compare equal. */
export function outputType(type: ValueType): ValueType {
  return type.type === "decimal"
    ? { type: type.type, nullable: type.nullable, precision: type.precision ?? 18, scale: type.scale ?? 6 }
    : { type: type.type, nullable: type.nullable };
}
