import { handle } from "@/lib/http/handle.ts";
import { compile } from "@/lib/http/operations/canvas.ts";

export const handler = {
  POST: handle(compile, ({ services, who, body }) => services.preview.compile(who, body)),
};
