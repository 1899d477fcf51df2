import { define } from "@/utils.ts";
import { checked } from "@/lib/server/checked.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { widgetPatch } from "@/lib/server/widgets/schema.ts";
import { text } from "../../../../(_shared)/form.ts";
import { seeOther } from "../../../../(_shared)/next.ts";
import { signedIn } from "../../../../(_shared)/signed_in.ts";

/** An empty title takes the override away: the tile is then named after its node again. */
export const handler = define.handlers({
  async POST(ctx) {
    const { params, req, state } = ctx;
    const who = signedIn(state);
    const id = params.widget ?? "";
    const { overrides: { title: _previous, ...rest } } = await state.services.widgets.get(who, id);
    const title = text(await readForm(req), "title");
    const patch = checked(widgetPatch, { overrides: title ? { ...rest, title } : rest });
    await state.services.widgets.update(who, id, patch, requestContext(ctx));
    return seeOther(`/dashboards/${encodeURIComponent(params.id ?? "")}`);
  },
});
