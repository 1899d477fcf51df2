/**
 * The compiler as the browser loads it: everything that an editor asks on a keystroke, and no SQL. The same code runs
 * on the server, behind `mod.ts`, which adds `compile`.
 */
export { readGraph } from "./read.ts";
export { inputsFirst } from "./schema/order.ts";
export type { ReadGraph } from "./schema/read_graph.ts";
export { createPropagator, propagate } from "./propagate.ts";
export {
  NODE_TYPES,
  nodeCaption,
  type NodeDescription,
  nodeDescription,
  nodeTypes,
  type OutputType,
  pictureOf,
  spokenCaption,
} from "./nodes/registry.ts";
export { readGiven } from "./nodes/values.ts";
export { operators, operatorsFor } from "./nodes/operators.ts";
export {
  type Completion,
  completions as formulaCompletions,
  formulaType,
  type FunctionCategory,
  functions,
  tokenize,
} from "./formula/mod.ts";
export type { Field, Icon, NodeCategory, OperatorDescription } from "./nodes/spec.ts";
export type {
  Catalog,
  CatalogColumn,
  CatalogTable,
  Column,
  Graph,
  GraphEdge,
  GraphNode,
  NodeSchema,
  NodeType,
  Port,
  Problem,
  Propagation,
  Span,
  TypeName,
} from "./schema/types.ts";
export { isRecord, list, record, text, texts, type Untyped } from "./schema/untyped.ts";
export { LIMITS } from "./schema/limits.ts";
export { TOO_LARGE } from "./schema/too_large.ts";
export { STORES } from "./schema/vocabulary.ts";
