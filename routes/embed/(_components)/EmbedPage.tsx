import { asset } from "fresh/runtime";
import { ErrorMessage } from "@/components/Message.tsx";
import { isHydrated } from "@/lib/tiles/model.ts";
import type { ErrorCode } from "@/lib/server/errors.ts";
import { vendorUrl } from "../../vendor/(_files)/vendor_files.ts";
import type { EmbedView } from "../(_embed)/open_embed.ts";
import { EmbedBody } from "./EmbedBody.tsx";

/** Whole page of a frame: the widget, or why there is none. */
export function EmbedPage({ embed }: { readonly embed: EmbedView }) {
  const { state, admission } = embed;
  if (state.kind === "failed" || admission === null) {
    return (
      <main class="embed">
        <EmbedContent embed={embed} drawsIslands />
        {state.kind === "failed" && PASSING.has(state.error.code) ? <ReloadWithoutScripts /> : null}
      </main>
    );
  }
  return (
    <>
      <main
        class="embed"
        data-ticket={admission.ticket}
        data-ends-in={admission.endsInMs}
        data-standing={admission.standing}
        data-origins={admission.origins.join(" ")}
        data-widget={state.data.widget_id}
      >
        <EmbedContent embed={embed} drawsIslands />
      </main>
      <template id="embed-ended">
        <EmbedRefusal code="not_signed_in" />
      </template>
      <ReloadWithoutScripts />
      <script src={asset("/embed.js")} defer />
      {isHydrated(state.data.chart) ? null : <script src={vendorUrl("htmx.js")} defer />}
    </>
  );
}

/** Refusals that may be gone at the next try. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["rate_limited", "store_unavailable", "query_timeout"]);

const RELOAD_SECONDS = 5;

/** Without scripts the frame cannot ask whether it is still admitted, so it loads anew. */
function ReloadWithoutScripts() {
  return (
    <noscript>
      <meta http-equiv="refresh" content={String(RELOAD_SECONDS)} />
    </noscript>
  );
}

interface EmbedContentProps {
  readonly embed: EmbedView;
  readonly drawsIslands: boolean;
}

/** The part that refreshes. A refusal takes the numbers' place: none of them may look valid any longer. */
export function EmbedContent({ embed, drawsIslands }: EmbedContentProps) {
  const { state } = embed;
  if (state.kind === "failed") return <EmbedRefusal code={state.error.code} />;
  return <EmbedBody embed={embed} data={state.data} drawsIslands={drawsIslands} />;
}

const TITLES: Readonly<Partial<Record<ErrorCode, string>>> = {
  not_signed_in: "This view has ended",
  not_found: "There is no such widget here",
  source_deleted: "Source workflow deleted",
  node_deleted: "Source node deleted",
  rate_limited: "Too many requests",
  busy: "Too many queries wait",
  store_unavailable: "Data is not available right now",
  invalid_input: "A filter does not fit here",
};

const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  not_signed_in: "Reload the page that embeds it. If it stays, ask the operator of that page for access.",
  not_found: "The key does not cover it, or it was removed. The site's operator can ask for access.",
  source_deleted: "Its owner can pin another one.",
  node_deleted: "Its owner can pin another one.",
  rate_limited: "Wait a few seconds and reload.",
  busy: "Wait a few seconds and reload.",
  store_unavailable: "It will be back shortly. Reload in a moment.",
  invalid_input:
    "The address of this frame filters by something that its key does not allow, or by a value that " +
    "cannot be read. The operator of the site around it can mend the address.",
};

/** The same words whether the key is missing, expired or revoked: an unknown visitor must not learn which. */
function EmbedRefusal({ code }: { readonly code: ErrorCode }) {
  const title = TITLES[code] ?? "This widget cannot be shown";
  return (
    <ErrorMessage wholePage title={title} icon={code === "not_signed_in" ? "lock" : "warning"}>
      {ADVICE[code] ??
        "Reload in a moment; if it stays, ask the operator of the site around this frame."}
    </ErrorMessage>
  );
}
