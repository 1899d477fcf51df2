import { handle } from "@/lib/server/api/handle.ts";
import { compile } from "@/lib/server/query/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(compile, ({ services, who, body }) => services.preview.compile(who, body)),
});
