/** A data grid: the rows in their order, figures right-aligned and written alike down a column. */
import { missingInput } from "../shared/empty.ts";
import type { Geometry } from "../types.ts";
import { gridOf } from "./layout.ts";

export const tableView: Geometry = (input) => missingInput(input) ?? gridOf(input);
