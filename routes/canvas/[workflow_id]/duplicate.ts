import { requestContext } from "@/lib/server/http/request_context.ts";
import { define } from "@/utils.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { params, state } = ctx;
    const id = params.workflow_id ?? "";
    const copy = await state.services.workflows.duplicate(signedIn(state), id, requestContext(ctx));
    return seeOther(`/canvas/${encodeURIComponent(copy.id)}`);
  },
});
