/**
 * The compiler: pure TypeScript, the same in the browser and on the server. A workflow graph goes in; columns and
 * problems of every node, or one SQL statement with bound parameters, come out.
 */
export { compile } from "./compile.ts";
export { createPropagator, propagate, validateGraph } from "./propagate.ts";
export { nodeDescription, nodeTypes } from "./nodes/registry.ts";
export { operators, operatorsFor } from "./nodes/operators.ts";
export { configSchema } from "./nodes/config_schema.ts";
export { checkFormula, completions as formulaCompletions, functionReference } from "./formula/mod.ts";
export type { Field, NodeDescription, OperatorDescription } from "./nodes/spec.ts";
export type {
  BoundParam,
  Catalog,
  CatalogColumn,
  CatalogTable,
  Column,
  CompileOptions,
  CompileResult,
  Graph,
  GraphEdge,
  GraphNode,
  NodeAttribution,
  Problem,
  Propagation,
  Reduction,
} from "./schema/types.ts";
