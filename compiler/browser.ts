/**
 * The compiler as the browser loads it: everything that an editor asks on a keystroke, and no SQL. The same code runs
 * on the server, behind `mod.ts`, which adds `compile`.
 */
export { createPropagator, propagate, validateGraph } from "./propagate.ts";
export { nodeDescription, nodeTypes } from "./nodes/registry.ts";
export { operators, operatorsFor } from "./nodes/operators.ts";
export {
  type Completion,
  completions as formulaCompletions,
  formulaType,
  type FunctionCategory,
  functionReference,
  tokenize,
} from "./formula/mod.ts";
export { NODE_TYPES } from "./schema/types.ts";
export type { Field, NodeDescription, OperatorDescription } from "./nodes/spec.ts";
export type {
  Catalog,
  CatalogColumn,
  CatalogTable,
  Column,
  Graph,
  GraphEdge,
  GraphNode,
  Problem,
  Propagation,
} from "./schema/types.ts";
