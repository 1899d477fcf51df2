import type {
  Column,
  Graph,
  LevelNote,
  NodeAttribution,
  Problem,
  StoreName,
} from "@/compiler/schema/types.ts";
import type { Row } from "@/lib/server/stores/types.ts";
import type { Identity, RequestContext } from "@/lib/server/requests.ts";

export interface ResultTable {
  readonly columns: readonly Column[];
  /** By position of `columns`. */
  readonly rows: readonly Row[];
  readonly row_count: number;
  readonly execution_ms: number;
  readonly cache_hit: boolean;
  /** True when the limit cut the result. */
  readonly truncated: boolean;
  /** Which pivot columns were discovered, by node id; absent when none had to be. */
  readonly pivot_values?: Readonly<Record<string, readonly string[]>>;
}

export interface PreviewInput {
  readonly graph: Graph;
  readonly target_node_id: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface CompiledStatement {
  readonly sql: string;
  readonly params: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
  readonly store: StoreName;
  readonly columns: readonly Column[];
  readonly levels: number;
  readonly explanation: readonly LevelNote[];
  /** Which level each node ended in and which parts of the SQL it wrote. */
  readonly attribution?: readonly NodeAttribution[];
}

export interface PreviewService {
  run(who: Identity, input: PreviewInput, context: RequestContext): Promise<ResultTable>;
  compile(
    who: Identity,
    input: { graph: Graph; target_node_id: string; merge?: boolean },
  ): Promise<CompiledStatement>;
  validate(
    who: Identity,
    graph: Graph,
  ): Promise<{
    nodes: Record<string, { columns: readonly Column[]; problems: readonly Problem[] }>;
    /** Faults of the graph's structure, which belong to no single node. */
    problems: readonly Problem[];
  }>;
}
