import { handle } from "@/lib/server/http/handle.ts";
import { preview } from "@/lib/server/http/operations/canvas.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(preview, ({ services, who, body, context }) => services.preview.run(who, body, context)),
});
