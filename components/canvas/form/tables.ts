import type { CatalogColumn } from "@/compiler/schema/types.ts";
import { useCanvas } from "@/components/canvas/context.ts";
import { text } from "@/lib/canvas/model/read.ts";
import type { FormContext } from "./context.ts";

/** All columns of the table a source reads, whichever of them it passes on. */
export function tableColumns(form: FormContext): readonly CatalogColumn[] {
  const { editor } = useCanvas();
  const config = editor.graph.value.nodes.get(form.nodeId)?.config ?? {};
  return form.catalog.tables.find((table) =>
    table.database === text(config.database) && table.table === text(config.table)
  )?.columns ?? [];
}
