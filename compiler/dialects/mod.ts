/** Every dialect by its name. */
import type { DialectName } from "../schema/vocabulary.ts";
import { clickhouse } from "./clickhouse/mod.ts";
import type { Dialect } from "./dialect.ts";
import { materialize } from "./materialize/mod.ts";
import { postgres } from "./postgres/mod.ts";

export type { Dialect } from "./dialect.ts";

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { clickhouse, postgres, materialize };
