import { handle } from "@/lib/server/http/handle.ts";
import { compile } from "@/lib/server/http/operations/canvas.ts";

export const handler = {
  POST: handle(compile, ({ services, who, body }) => services.preview.compile(who, body)),
};
