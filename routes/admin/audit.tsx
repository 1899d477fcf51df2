import { page } from "fresh";
import { define } from "@/utils.ts";
import { EmptyMessage } from "@/components/Message.tsx";
import { MoreLink } from "@/components/MoreLink.tsx";
import { SearchForm } from "@/components/SearchForm.tsx";
import { readListQuery } from "../(_shared)/list_query.ts";
import { signedIn } from "../(_shared)/signed_in.ts";
import { AuditTable } from "./(_components)/AuditTable.tsx";

export const handler = define.handlers({
  async GET({ state, url }) {
    state.title = "Audit log";
    const query = readListQuery(url);
    return page({ list: await state.services.audit.list(signedIn(state), query), search: query.search });
  },
});

export default define.page<typeof handler>(function AuditPage({ data, url }) {
  const { list, search } = data;
  return (
    <>
      <div class="shell-head">
        <h1>Audit log</h1>
        <SearchForm action="/admin/audit" value={search} label="Search actor, action, resource" />
      </div>
      {list.items.length === 0
        ? (
          <div class="ui-panel list-empty">
            <EmptyMessage
              icon="clock"
              title={search ? `Nothing in the log matches “${search}”` : "Nothing has been recorded yet"}
              actions={search ? <a class="ui-button" href="/admin/audit">Show all</a> : undefined}
            />
          </div>
        )
        : <AuditTable entries={list.items} />}
      <MoreLink url={url} cursor={list.next_cursor} />
    </>
  );
});
