import { define } from "@/utils.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { params, state } = ctx;
    const copy = await state.services.dashboards.duplicate(
      signedIn(state),
      params.id ?? "",
      requestContext(ctx),
    );
    return seeOther(`/dashboards/${encodeURIComponent(copy.id)}/settings`);
  },
});
