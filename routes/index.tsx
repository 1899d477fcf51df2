import { define } from "@/utils.ts";
import { seeOther } from "./(_shared)/next.ts";

export const handler = define.handlers({
  GET: () => seeOther("/dashboards"),
});
