import { handle } from "@/lib/server/http/handle.ts";
import { validate } from "@/lib/server/http/operations/canvas.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(validate, ({ services, who, body }) => services.preview.validate(who, body.graph)),
});
