import { handle } from "@/lib/server/api/handle.ts";
import { validate } from "@/lib/server/query/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(validate, ({ services, who, body }) => services.preview.validate(who, body)),
});
