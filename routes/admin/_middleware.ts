import { define } from "@/utils.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { redirectToLogin } from "../(_shared)/signed_in.ts";

/** The services check again; this keeps even the empty pages to admins. */
export default define.middleware((ctx) => {
  const { identity } = ctx.state;
  if (!identity) return redirectToLogin(ctx.req, ctx.url);
  if (identity.role !== "admin") {
    throw new FlowForgeError("forbidden", "Cannot open the administration: it is for admins only.");
  }
  return ctx.next();
});
