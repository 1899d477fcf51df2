import { define } from "@/utils.ts";
import { fragment } from "@/lib/server/http/htmx.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

/** What a filter's control offers to choose from, for a page that did not wait for it. */
export const handler = define.handlers({
  async GET({ params, state, url }) {
    const column = url.searchParams.get("column") ?? "";
    const { dashboards } = state.services;
    const values = await dashboards.filterValues(signedIn(state), params.id ?? "", column);
    return fragment(<>{values.map((value) => <option key={value} value={value} />)}</>);
  },
});
