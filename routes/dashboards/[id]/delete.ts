import { define } from "@/utils.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST({ params, req, state }) {
    const context = { requestId: state.requestId, signal: req.signal };
    await state.services.dashboards.remove(signedIn(state), params.id ?? "", context);
    return seeOther("/dashboards");
  },
});
