import { handle } from "@/lib/server/http/handle.ts";
import { compile } from "@/lib/server/http/operations/canvas.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(compile, ({ services, who, body }) => services.preview.compile(who, body)),
});
