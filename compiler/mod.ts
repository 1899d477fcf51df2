/**
 * The compiler: pure TypeScript, the same in the browser and on the server. A workflow graph goes in; columns and
 * problems of every node, or one SQL statement with bound parameters, come out.
 */
export * from "./browser.ts";
export { compile } from "./compile.ts";
export { bindRows } from "./emit/handed.ts";
export { functionReference } from "./formula/library/reference.ts";
export { configSchema } from "./nodes/config_schema.ts";
export { readsOf, valuesWanted } from "./plan/reads.ts";
export { valuesOf } from "./plan/values_of.ts";
export { LIMITS } from "./schema/limits.ts";
export { PORTS, STORE_NAMES, TYPE_NAMES } from "./schema/vocabulary.ts";
export type { BoundParam, CompileOptions, CompileResult } from "./schema/types.ts";
