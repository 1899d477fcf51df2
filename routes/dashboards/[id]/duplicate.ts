import { define } from "@/utils.ts";
import { checked } from "@/lib/server/checked.ts";
import { dashboardCopy } from "@/lib/server/dashboards/schema.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { text } from "../../(_shared)/form.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { params, req, state } = ctx;
    const who = signedIn(state);
    const choice = text(await readForm(req), "workflows");
    const input = checked(dashboardCopy, { copy_workflows: choice === "copies" });
    const copy = await state.services.dashboards.duplicate(who, params.id ?? "", input, requestContext(ctx));
    return seeOther(`/dashboards/${encodeURIComponent(copy.id)}/settings`);
  },
});
