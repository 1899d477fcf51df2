import { define } from "@/utils.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { seeOther } from "../../../(_shared)/next.ts";
import { signedIn } from "../../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await ctx.state.services.apiKeys.revoke(signedIn(ctx.state), ctx.params.id ?? "", requestContext(ctx));
    return seeOther("/admin/api-keys");
  },
});
