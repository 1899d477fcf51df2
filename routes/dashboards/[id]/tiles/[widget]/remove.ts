import { define } from "@/utils.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { seeOther } from "../../../../(_shared)/next.ts";
import { signedIn } from "../../../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { params, state } = ctx;
    await state.services.widgets.remove(signedIn(state), params.widget ?? "", requestContext(ctx));
    return seeOther(`/dashboards/${encodeURIComponent(params.id ?? "")}`);
  },
});
