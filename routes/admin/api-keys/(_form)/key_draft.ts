import type { DashboardFilter } from "@/compiler/schema/types.ts";
import { filterParameters, filtersFromQuery } from "@/lib/server/api/filters.ts";
import { isOrigin } from "@/lib/server/origin.ts";
import { type ApiKeyInput, apiKeyInput } from "@/lib/server/api_keys/schema.ts";
import { checked } from "@/lib/server/checked.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { text, texts } from "../../../(_shared)/form.ts";

/** The form as it was typed, so that a refused one comes back whole. */
export interface KeyDraft {
  readonly name: string;
  readonly widget_ids: readonly string[];
  readonly dashboard_ids: readonly string[];
  /** One origin a line. */
  readonly allowed_origins: string;
  /** A day, `YYYY-MM-DD`; empty is never. */
  readonly expires_at: string;
  /** One `column=value` a line, as in an embed's address. */
  readonly locked_filters: string;
  /** Whether an address may filter what the dashboard offers, or the listed columns alone. */
  readonly filtering: "offered" | "listed";
  /** One column a line; `range` is the time range. */
  readonly filter_columns: string;
}

export const EMPTY_DRAFT: KeyDraft = {
  name: "",
  widget_ids: [],
  dashboard_ids: [],
  allowed_origins: "",
  expires_at: "",
  locked_filters: "",
  filtering: "offered",
  filter_columns: "",
};

export function readDraft(form: FormData): KeyDraft {
  return {
    name: text(form, "name"),
    widget_ids: texts(form, "widget"),
    dashboard_ids: texts(form, "dashboard"),
    allowed_origins: text(form, "origins"),
    expires_at: text(form, "expires"),
    locked_filters: text(form, "locked"),
    filtering: text(form, "filtering") === "listed" ? "listed" : "offered",
    filter_columns: text(form, "columns"),
  };
}

/** Throws `invalid_input`, also for a key that could show nothing and for locked filters that cannot be read. */
export function inputOf(draft: KeyDraft): ApiKeyInput {
  if (draft.widget_ids.length === 0 && draft.dashboard_ids.length === 0) {
    throw new FlowForgeError(
      "invalid_input",
      "Cannot create this key: choose at least one widget or dashboard.",
      {
        problems: [{
          code: "empty_scope",
          message: "Choose at least one widget or dashboard.",
          field: "widget_ids",
        }],
      },
    );
  }
  return checked(apiKeyInput, {
    ...draft,
    allowed_origins: lines(draft.allowed_origins).map(originOf),
    expires_at: draft.expires_at ? `${draft.expires_at}T23:59:59Z` : undefined,
    locked_filters: lockedFilters(lines(draft.locked_filters)),
    filter_columns: draft.filtering === "listed" ? lines(draft.filter_columns) : null,
  });
}

/** All of them lock a column to a value: what an address may leave open would leave the key open. */
function lockedFilters(given: readonly string[]): readonly DashboardFilter[] {
  const { filters, empty, range } = filtersFromQuery(filterParameters(given.map(asParameter).join("&")));
  const [unlocked] = [...empty, ...(range ? ["range"] : [])];
  if (unlocked !== undefined) {
    throw unreadable(unlocked, "Name a column, an operator if need be, and a value.");
  }
  return filters;
}

function originOf(line: string): string {
  const origin = line.replace(/\/$/, "");
  if (isOrigin(origin)) return origin;
  throw new FlowForgeError(
    "invalid_input",
    `Cannot let "${line.slice(0, 60)}" frame the widget: it is not an origin.`,
    {
      problems: [{ code: "invalid_origin", message: "Write one origin a line.", field: "allowed_origins" }],
    },
  );
}

function lines(value: string): string[] {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}

/**
 * A line as an address has it: a comma separates the values of an operator that takes several, `%2C` is one that is
 * part of a value. Other characters need no encoding here.
 */
function asParameter(line: string): string {
  const at = line.indexOf("=");
  if (at < 1 || at === line.length - 1) {
    throw unreadable(line, "Write one column=value a line.");
  }
  const value = encodeURIComponent(line.slice(at + 1).trim())
    .replaceAll("%2C", ",")
    .replaceAll(/%25([0-9A-Fa-f]{2})/g, "%$1");
  return `${encodeURIComponent(line.slice(0, at).trim())}=${value}`;
}

function unreadable(filter: string, message: string): FlowForgeError {
  return new FlowForgeError("invalid_input", `Cannot read the locked filter "${filter.slice(0, 60)}".`, {
    problems: [{ code: "invalid_filter", message, field: "locked_filters" }],
  });
}
