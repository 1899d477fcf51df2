import { z } from "zod";
import { storeName } from "@/lib/server/query/schema.ts";

export const table = z.object({ database: z.string(), table: z.string(), store: storeName })
  .meta({ id: "Table" });
