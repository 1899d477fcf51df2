import { page } from "fresh";
import { define } from "@/utils.ts";
import { can } from "@/lib/server/auth/permissions.ts";
import { checked } from "@/lib/server/checked.ts";
import { dashboardPatch } from "@/lib/server/dashboards/schema.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { type Invalid, orInvalid, text } from "../../(_shared)/form.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { DashboardSettings } from "../(_components)/DashboardSettings.tsx";

export const handler = define.handlers({
  async GET({ params, state }) {
    const who = signedIn(state);
    const dashboard = await state.services.dashboards.get(who, params.id ?? "");
    if (!can(who.role, "dashboard:write")) {
      throw new FlowForgeError("forbidden", "Cannot change this dashboard: viewers only read.");
    }
    state.title = `Settings of ${dashboard.name}`;
    return page({
      dashboard,
      name: dashboard.name,
      description: dashboard.description,
      invalid: null as Invalid | null,
    });
  },
  async POST(ctx) {
    const { params, req, state } = ctx;
    const who = signedIn(state);
    const form = await readForm(req);
    const id = params.id ?? "";
    const input = { name: text(form, "name"), description: text(form, "description") };
    const outcome = await orInvalid(() =>
      state.services.dashboards.update(who, id, checked(dashboardPatch, input), requestContext(ctx))
    );
    if ("done" in outcome) return seeOther(`/dashboards/${encodeURIComponent(id)}`);
    const dashboard = await state.services.dashboards.get(who, id);
    state.title = `Settings of ${dashboard.name}`;
    const invalid: Invalid | null = outcome.invalid;
    return page({ dashboard, ...input, invalid }, { status: 422 });
  },
});

export default define.page<typeof handler>(function DashboardSettingsPage({ data }) {
  return <DashboardSettings {...data} />;
});
