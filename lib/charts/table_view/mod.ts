/** The rows themselves. Every result can be shown so; a table only says it when there are none. */
import { missingInput } from "../shared/empty.ts";
import { gridOf } from "../shared/grid.ts";
import type { Geometry } from "../types.ts";

export const tableView: Geometry = (input) => missingInput(input) ?? gridOf(input);
