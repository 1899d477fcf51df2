import { handle } from "@/lib/http/handle.ts";
import { validate } from "@/lib/http/operations/canvas.ts";

export const handler = {
  POST: handle(validate, ({ services, who, body }) => services.preview.validate(who, body.graph)),
};
