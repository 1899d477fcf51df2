import { page } from "fresh";
import { define } from "@/utils.ts";
import { MoreLink } from "@/components/MoreLink.tsx";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { type Invalid, orInvalid } from "../../(_shared)/form.ts";
import { FIRST_PAGE, readListQuery } from "../../(_shared)/list_query.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { CreatedKey } from "./(_components)/CreatedKey.tsx";
import { KeyForm } from "./(_components)/KeyForm.tsx";
import { KeyTable } from "./(_components)/KeyTable.tsx";
import { previewLink } from "./(_form)/preview_link.ts";
import { EMPTY_DRAFT, inputOf, type KeyDraft, readDraft } from "./(_form)/key_draft.ts";
import { listScope } from "./(_form)/scope.ts";

type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "invalid"; readonly invalid: Invalid }
  | {
    readonly kind: "created";
    readonly name: string;
    readonly secret: string;
    readonly widgetId: string | null;
    readonly preview: string | null;
  };

export const handler = define.handlers({
  async GET({ state, url }) {
    state.title = "API keys";
    const who = signedIn(state);
    const [keys, scope] = await Promise.all([
      state.services.apiKeys.list(who, readListQuery(url)),
      listScope(state.services, who),
    ]);
    const outcome: Outcome = { kind: "none" };
    return page({ keys, scope, draft: EMPTY_DRAFT, outcome: outcome as Outcome });
  },

  /** Renders the page instead of redirecting: the key is shown in this response and never again. */
  async POST(ctx) {
    const { req, state } = ctx;
    state.title = "API keys";
    const who = signedIn(state);
    const context = requestContext(ctx);
    const draft = readDraft(await readForm(req));
    const created = await orInvalid(() => state.services.apiKeys.create(who, inputOf(draft), context));
    const [keys, scope] = await Promise.all([
      state.services.apiKeys.list(who, FIRST_PAGE),
      listScope(state.services, who),
    ]);
    if ("invalid" in created) {
      const outcome: Outcome = { kind: "invalid", invalid: created.invalid };
      return page({ keys, scope, draft, outcome: outcome as Outcome }, { status: 422 });
    }
    const { key: secret, name } = created.done;
    const widgetId = draft.widget_ids[0] ?? null;
    const preview = widgetId ? await previewLink(state.services, secret, widgetId, context) : null;
    const outcome: Outcome = { kind: "created", name, secret, widgetId, preview };
    return page({ keys, scope, draft: EMPTY_DRAFT as KeyDraft, outcome: outcome as Outcome }, {
      status: 201,
    });
  },
});

export default define.page<typeof handler>(function ApiKeysPage({ data, url }) {
  const { keys, scope, draft, outcome } = data;
  const invalid = outcome.kind === "invalid" ? outcome.invalid : null;
  const form = <KeyForm scope={scope} draft={draft} invalid={invalid} />;
  return (
    <div class="ui-stack">
      <div class="shell-head">
        <div>
          <h1>API keys</h1>
          <p>A key lets another site show the chosen widgets, and nothing else.</p>
        </div>
      </div>
      {outcome.kind === "created" ? <CreatedKey {...outcome} origin={url.origin} /> : null}
      {invalid ? form : null}
      <KeyTable keys={keys.items} scope={scope} />
      <MoreLink url={url} cursor={keys.next_cursor} />
      {invalid ? null : form}
    </div>
  );
});
