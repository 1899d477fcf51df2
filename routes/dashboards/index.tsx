import { page } from "fresh";
import { define } from "@/utils.ts";
import { can } from "@/lib/server/auth/permissions.ts";
import { checked } from "@/lib/server/checked.ts";
import { dashboardInput } from "@/lib/server/dashboards/schema.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { type Invalid, orInvalid, text } from "../(_shared)/form.ts";
import { FIRST_PAGE, readListQuery } from "../(_shared)/list_query.ts";
import { seeOther } from "../(_shared)/next.ts";
import { signedIn } from "../(_shared)/signed_in.ts";
import { CreateDashboard } from "./(_components)/CreateDashboard.tsx";
import { DashboardList, NoDashboards } from "./(_components)/DashboardList.tsx";
import { SearchForm } from "@/components/SearchForm.tsx";
import { MoreLink } from "@/components/MoreLink.tsx";

export const handler = define.handlers({
  async GET({ state, url }) {
    state.title = "Dashboards";
    const query = readListQuery(url);
    const list = await state.services.dashboards.list(signedIn(state), query);
    return page({ list, search: query.search, draft: null as Draft | null });
  },
  async POST(ctx) {
    const { req, state } = ctx;
    const who = signedIn(state);
    const form = await readForm(req);
    const input = { name: text(form, "name"), description: text(form, "description") };
    const outcome = await orInvalid(() =>
      state.services.dashboards.create(who, checked(dashboardInput, input), requestContext(ctx))
    );
    if ("done" in outcome) return seeOther(`/dashboards/${encodeURIComponent(outcome.done.id)}`);
    state.title = "Dashboards";
    const list = await state.services.dashboards.list(who, FIRST_PAGE);
    const draft: Draft | null = { ...input, invalid: outcome.invalid };
    return page({ list, search: undefined as string | undefined, draft }, { status: 422 });
  },
});

interface Draft {
  readonly name: string;
  readonly description: string;
  readonly invalid: Invalid;
}

export default define.page<typeof handler>(function DashboardsPage({ data, state, url }) {
  const mayEdit = can(signedIn(state).role, "dashboard:write");
  const { list, search, draft } = data;
  return (
    <div class="shell-page">
      <div class="shell-head">
        <div>
          <h1>Dashboards</h1>
        </div>
        <SearchForm action="/dashboards" value={search} label="Search dashboards" />
        {mayEdit ? <CreateDashboard draft={draft} /> : null}
      </div>
      {list.items.length === 0
        ? <NoDashboards search={search} mayEdit={mayEdit} />
        : <DashboardList dashboards={list.items} mayEdit={mayEdit} />}
      <MoreLink url={url} cursor={list.next_cursor} />
    </div>
  );
});
