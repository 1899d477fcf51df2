import { define } from "@/utils.ts";
import { contextOf } from "../../../../(_shared)/context.ts";
import { seeOther } from "../../../../(_shared)/next.ts";
import { signedIn } from "../../../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { params, state } = ctx;
    await state.services.widgets.remove(signedIn(state), params.widget ?? "", contextOf(ctx));
    return seeOther(`/dashboards/${encodeURIComponent(params.id ?? "")}`);
  },
});
