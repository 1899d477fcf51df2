import { filtersFromQuery } from "@/lib/server/http/filters.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { isOrigin } from "@/lib/server/embeds/origin.ts";
import type { ApiKeyInput } from "@/lib/server/types.ts";
import { text, texts } from "../../../(_shared)/form.ts";

/** The form as it was typed, so that a refused one comes back whole. */
export interface KeyDraft {
  readonly name: string;
  readonly widgetIds: readonly string[];
  readonly dashboardIds: readonly string[];
  /** One origin a line. */
  readonly origins: string;
  /** A day, `YYYY-MM-DD`; empty is never. */
  readonly expires: string;
  /** One `column=value` a line, as in an embed's address. */
  readonly locked: string;
}

export const EMPTY_DRAFT: KeyDraft = {
  name: "",
  widgetIds: [],
  dashboardIds: [],
  origins: "",
  expires: "",
  locked: "",
};

export function readDraft(form: FormData): KeyDraft {
  return {
    name: text(form, "name"),
    widgetIds: texts(form, "widget"),
    dashboardIds: texts(form, "dashboard"),
    origins: text(form, "origins"),
    expires: text(form, "expires"),
    locked: text(form, "locked"),
  };
}

/** Throws `invalid_input` for a key that could show nothing and for locked filters that cannot be read. */
export function inputOf(draft: KeyDraft): ApiKeyInput {
  if (draft.widgetIds.length === 0 && draft.dashboardIds.length === 0) {
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
  return {
    name: draft.name,
    widget_ids: draft.widgetIds,
    dashboard_ids: draft.dashboardIds,
    allowed_origins: lines(draft.origins).map(originOf),
    expires_at: draft.expires ? `${draft.expires}T23:59:59Z` : undefined,
    locked_filters: filtersFromQuery(new URLSearchParams(lines(draft.locked).map(splitPair))),
  };
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

function splitPair(line: string): [string, string] {
  const at = line.indexOf("=");
  if (at < 1 || at === line.length - 1) {
    throw new FlowForgeError("invalid_input", `Cannot read the locked filter "${line.slice(0, 60)}".`, {
      problems: [{
        code: "invalid_filter",
        message: "Write one column=value a line.",
        field: "locked_filters",
      }],
    });
  }
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
