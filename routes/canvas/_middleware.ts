import { define } from "@/utils.ts";
import { redirectToLogin } from "../(_shared)/signed_in.ts";

export default define.middleware((ctx) =>
  ctx.state.identity ? ctx.next() : redirectToLogin(ctx.req, ctx.url)
);
