/** Every operation of the API. A route without an entry here fails a test. */
import type { Operation } from "../operation.ts";
import * as administration from "./administration.ts";
import * as canvas from "./canvas.ts";
import * as dashboards from "@/lib/server/dashboards/operations.ts";
import * as embed from "@/lib/server/embeds/operations.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import * as workflows from "@/lib/server/workflows/operations.ts";

function all(...rooms: readonly Readonly<Record<string, unknown>>[]): readonly Operation[] {
  return rooms.flatMap((room) => Object.values(room)).filter(isOperation);
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "method" in value && "path" in value;
}

export const operations = all(workflows, dashboards, widgets, canvas, embed, administration);
