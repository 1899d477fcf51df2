import { handle } from "@/lib/server/api/handle.ts";
import { run } from "@/lib/server/query/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(run, ({ services, who, body, context }) => services.preview.run(who, body, context)),
});
