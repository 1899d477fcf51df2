import { handle } from "@/lib/server/http/handle.ts";
import { validate } from "@/lib/server/http/operations/canvas.ts";

export const handler = {
  POST: handle(validate, ({ services, who, body }) => services.preview.validate(who, body.graph)),
};
