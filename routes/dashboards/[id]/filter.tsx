import { page } from "fresh";
import { define } from "@/utils.ts";
import { type Invalid, orInvalid } from "../../(_shared)/form.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { AddFilterForm } from "../(_components)/AddFilter.tsx";
import { readFilterDraft, withFilter } from "../(_view)/added_filter.ts";

/** Adds a filter to what an address chose, and goes back there; one that cannot be applied comes back in its form. */
export const handler = define.handlers({
  async GET({ params, state, url }) {
    const who = signedIn(state);
    const { dashboards } = state.services;
    const [dashboard, options] = await Promise.all([
      dashboards.get(who, params.id ?? ""),
      dashboards.filterOptions(who, params.id ?? ""),
    ]);
    const action = `/dashboards/${encodeURIComponent(dashboard.id)}`;
    const draft = readFilterDraft(url.searchParams);
    state.title = `Add a filter to ${dashboard.name}`;
    if (!url.searchParams.has("column")) {
      return page({ action, options, draft, invalid: null as Invalid | null });
    }
    const outcome = await orInvalid(() => Promise.resolve().then(() => withFilter(draft, options)));
    if ("done" in outcome) return seeOther(`${action}?${outcome.done}`);
    return page({ action, options, draft, invalid: outcome.invalid as Invalid | null }, { status: 422 });
  },
});

export default define.page<typeof handler>(function AddFilterPage({ data }) {
  return (
    <div class="desk">
      <section class="ui-panel">
        <div class="ui-panel-head">
          <h1>Add a filter</h1>
        </div>
        <div class="ui-panel-body">
          <AddFilterForm {...data} />
        </div>
      </section>
    </div>
  );
});
