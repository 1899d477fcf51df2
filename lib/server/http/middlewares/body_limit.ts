import { FlowForgeError } from "@/lib/server/errors.ts";
import { define } from "@/utils.ts";
import { LARGEST_BODY } from "../json_body.ts";

/** Forms come from browsers, which say how long a body is. JSON bodies are counted while they are read as well. */
export const bodyLimit = define.middleware((ctx) => {
  const { headers } = ctx.req;
  const isForm = !ctx.url.pathname.startsWith("/api/");
  const isUnbounded = isForm && headers.has("transfer-encoding");
  if (isUnbounded || Number(headers.get("content-length") ?? 0) > LARGEST_BODY) {
    throw new FlowForgeError(
      "too_large",
      `Cannot read the body: at most ${LARGEST_BODY} bytes are accepted.`,
    );
  }
  return ctx.next();
});
