import { FlowForgeError } from "@/lib/errors.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers(({ url }) => {
  throw new FlowForgeError("not_found", `Cannot find "${url.pathname.slice(0, 100)}": see /docs.`);
});
