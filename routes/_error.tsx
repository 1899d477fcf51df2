import { HttpError, page } from "fresh";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { ErrorMessage } from "@/components/Message.tsx";
import type { IconName } from "@/components/Icon.tsx";
import { define } from "@/utils.ts";

interface Explanation {
  readonly title: string;
  readonly advice: string;
  readonly icon?: IconName;
}

/** What a person can do about each status. Anything else reads as 500. */
const EXPLANATIONS: Readonly<Record<number, Explanation>> = {
  400: { title: "That request could not be read", advice: "Go back and try once more." },
  401: { title: "Please sign in", advice: "Your session has ended.", icon: "lock" },
  403: {
    title: "Your role does not allow this",
    advice: "Ask an administrator of your desk for access, or go back to your dashboards.",
    icon: "lock",
  },
  404: {
    title: "There is nothing here",
    advice:
      "It may have been deleted, or it belongs to someone else. Check the address or start from your dashboards.",
    icon: "search",
  },
  405: { title: "That does not work this way", advice: "Go back and use the page's own controls." },
  409: {
    title: "Someone else saved first",
    advice: "Reload to see their version, then make your change again.",
  },
  413: { title: "That is too large", advice: "Try with less data." },
  422: { title: "That cannot be done as asked", advice: "Check what you entered and try again." },
  429: { title: "Too many requests", advice: "Wait a few seconds, then try again.", icon: "clock" },
  500: {
    title: "Something broke on our side",
    advice: "Try again; if it stays, tell support the request id below.",
  },
  503: {
    title: "A data store is not answering",
    advice: "Nothing is lost. Wait a moment and reload; saved work and other pages are unaffected.",
    icon: "clock",
  },
};

function statusOf(error: unknown): number {
  const status = error instanceof HttpError || error instanceof FlowForgeError ? error.status : 500;
  return status in EXPLANATIONS ? status : status >= 400 && status < 500 ? 400 : 500;
}

/** Our own words for the user; never the message of an unexpected error. */
function detailOf(error: unknown): string | null {
  if (error instanceof FlowForgeError) return error.status < 500 ? error.detail : null;
  return error instanceof HttpError && error.cause ? detailOf(error.cause) : null;
}

export const handler = define.handlers(({ error, state }) => {
  const status = statusOf(error);
  const explanation = EXPLANATIONS[status] as Explanation;
  state.title = explanation.title;
  return page({ status, detail: detailOf(error), ...explanation }, { status });
});

export default define.page<typeof handler>(function ErrorPage({ data, state }) {
  const { status, detail, title, advice, icon } = data;
  return (
    <div class="error-page">
      <ErrorMessage
        icon={icon}
        wholePage
        title={title}
        actions={<a class="ui-button ui-button-primary" href="/dashboards">Go to dashboards</a>}
      >
        {detail ? `${detail} ` : null}
        {advice}
      </ErrorMessage>
      <p class="ui-faint ui-mono">{status} · request {state.requestId}</p>
    </div>
  );
});
