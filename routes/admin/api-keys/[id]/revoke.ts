import { define } from "@/utils.ts";
import { contextOf } from "../../../(_shared)/context.ts";
import { seeOther } from "../../../(_shared)/next.ts";
import { signedIn } from "../../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await ctx.state.services.apiKeys.revoke(signedIn(ctx.state), ctx.params.id ?? "", contextOf(ctx));
    return seeOther("/admin/api-keys");
  },
});
