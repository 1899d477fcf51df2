import { handle } from "@/lib/http/handle.ts";
import { preview } from "@/lib/http/operations/canvas.ts";

export const handler = {
  POST: handle(preview, ({ services, who, body, context }) => services.preview.run(who, body, context)),
};
