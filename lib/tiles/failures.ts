import type { FailureCode, WidgetFailure } from "@/lib/server/widgets/schema.ts";

interface Advice {
  readonly title: string;
  readonly advice: string;
  /** Whether asking again may help. */
  readonly retry: boolean;
}

const SOURCE_DELETED: Advice = {
  title: "Source workflow deleted",
  advice: "Remove this tile, or pin the output of another workflow.",
  retry: false,
};

const QUERY_FAILED: Advice = {
  title: "The query failed",
  advice: "Try again, or open the workflow to see why.",
  retry: true,
};

/** What a tile says for each failure code; codes that are not ours read as `query_failed`. */
const ADVICE: Readonly<Record<FailureCode, Advice>> = {
  source_deleted: SOURCE_DELETED,
  not_found: SOURCE_DELETED,
  node_deleted: {
    title: "Source node deleted",
    advice: "The workflow no longer has this output. Remove the tile, or pin another output.",
    retry: false,
  },
  invalid_graph: {
    title: "The workflow needs attention",
    advice: "Open the workflow and mend what it flags; this tile follows by itself.",
    retry: false,
  },
  invalid_input: {
    title: "A filter does not fit",
    advice: "Change or clear the filters above.",
    retry: false,
  },
  query_timeout: {
    title: "The query took too long",
    advice: "Narrow the time range, or add a filter to the workflow.",
    retry: true,
  },
  query_memory: {
    title: "The query needs too much memory",
    advice: "Add a filter, or group before joining.",
    retry: true,
  },
  too_large: {
    title: "Too much to show",
    advice: "Add a filter, or group before showing it.",
    retry: false,
  },
  query_failed: QUERY_FAILED,
  busy: { title: "Too many queries wait", advice: "It will be tried again shortly.", retry: true },
  store_unavailable: {
    title: "The data store is not answering",
    advice: "The tile comes back when the store does.",
    retry: true,
  },
  rate_limited: { title: "Too many refreshes", advice: "It will be tried again shortly.", retry: true },
  forbidden: {
    title: "Not available to you",
    advice: "Ask an administrator of your desk for access.",
    retry: false,
  },
  bad_request: QUERY_FAILED,
  not_signed_in: QUERY_FAILED,
  method_not_allowed: QUERY_FAILED,
  version_conflict: QUERY_FAILED,
  unsupported_media_type: QUERY_FAILED,
  internal: QUERY_FAILED,
};

export function adviceFor({ code }: Pick<WidgetFailure, "code">): Advice {
  return isFailureCode(code) ? ADVICE[code] : QUERY_FAILED;
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(ADVICE, code);
}
