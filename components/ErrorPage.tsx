import { ErrorMessage } from "@/components/Message.tsx";
import type { IconName } from "@/components/Icon.tsx";

interface Explanation {
  readonly title: string;
  readonly advice: string;
  readonly icon?: IconName;
}

/** What a person can do about each status. Any other status reads as 400 or 500. */
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

function explanationOf(status: number): Explanation {
  return EXPLANATIONS[status] ?? EXPLANATIONS[status < 500 ? 400 : 500] as Explanation;
}

interface ErrorPageProps {
  readonly status: number;
  /** What exactly could not be done, where that may be told. */
  readonly detail: string | null;
  readonly requestId: string;
}

/** The page that stands in for one that could not be shown, and its title. */
export function errorPage(error: ErrorPageProps) {
  return { title: explanationOf(error.status).title, content: <ErrorPage {...error} /> };
}

function ErrorPage({ status, detail, requestId }: ErrorPageProps) {
  const { title, advice, icon } = explanationOf(status);
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
      <p class="ui-faint ui-mono">{status} · request {requestId}</p>
    </div>
  );
}
