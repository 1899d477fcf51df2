import { handle } from "@/lib/server/http/handle.ts";
import { preview } from "@/lib/server/http/operations/canvas.ts";

export const handler = {
  POST: handle(preview, ({ services, who, body, context }) => services.preview.run(who, body, context)),
};
