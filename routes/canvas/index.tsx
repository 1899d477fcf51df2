import { page } from "fresh";
import { MoreLink } from "@/components/MoreLink.tsx";
import { SearchForm } from "@/components/SearchForm.tsx";
import { checked } from "@/lib/server/checked.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { workflowInput } from "@/lib/server/workflows/schema.ts";
import { define } from "@/utils.ts";
import { type Invalid, orInvalid, text } from "../(_shared)/form.ts";
import { FIRST_PAGE, readListQuery } from "../(_shared)/list_query.ts";
import { seeOther } from "../(_shared)/next.ts";
import { signedIn } from "../(_shared)/signed_in.ts";
import { CreateWorkflow } from "./(_components)/CreateWorkflow.tsx";
import { NoWorkflows, WorkflowList } from "./(_components)/WorkflowList.tsx";

interface Draft {
  readonly name: string;
  readonly invalid: Invalid;
}

export const handler = define.handlers({
  async GET({ state, url }) {
    state.title = "Workflows";
    const query = readListQuery(url);
    const list = await state.services.workflows.list(signedIn(state), query);
    return page({ list, search: query.search, draft: null as Draft | null });
  },
  async POST(ctx) {
    const { req, state } = ctx;
    const who = signedIn(state);
    const name = text(await readForm(req), "name");
    const input = { name, graph: { version: 1 as const, nodes: [], edges: [] } };
    const outcome = await orInvalid(() =>
      state.services.workflows.create(who, checked(workflowInput, input), requestContext(ctx))
    );
    if ("done" in outcome) return seeOther(`/canvas/${encodeURIComponent(outcome.done.id)}`);
    state.title = "Workflows";
    const list = await state.services.workflows.list(who, FIRST_PAGE);
    const draft: Draft | null = { name, invalid: outcome.invalid };
    return page({ list, search: undefined as string | undefined, draft }, { status: 422 });
  },
});

export default define.page<typeof handler>(function WorkflowsPage({ data, url }) {
  const { list, search, draft } = data;
  return (
    <div class="shell-page">
      <div class="shell-head">
        <div>
          <h1>Workflows</h1>
        </div>
        <SearchForm action="/canvas" value={search} label="Search workflows" />
        <CreateWorkflow draft={draft} />
      </div>
      {list.items.length === 0 ? <NoWorkflows search={search} /> : <WorkflowList workflows={list.items} />}
      <MoreLink url={url} cursor={list.next_cursor} />
    </div>
  );
});
