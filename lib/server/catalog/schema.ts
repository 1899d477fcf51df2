import { z } from "zod";
import { storeName } from "@/lib/server/query/schema.ts";

export const table = z.object({ database: z.string(), table: z.string(), store: storeName })
  .meta({ id: "Table" });

export const formulaFunction = z.object({
  name: z.string(),
  category: z.string(),
  level: z.enum(["scalar", "aggregate", "window"])
    .describe("What a call reads: its own row, the rows of its group, or the rows in order."),
  signature: z.string(),
  help: z.string(),
  example: z.string(),
}).meta({ id: "FormulaFunction" });

export type FormulaFunction = z.infer<typeof formulaFunction>;
