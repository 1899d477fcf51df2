import type { Context } from "fresh";
import { parseCookies } from "@/lib/server/auth/cookie.ts";
import type { AppConfig } from "@/lib/server/config.ts";
import type { Log } from "@/lib/server/log.ts";
import type { Services } from "@/lib/server/services.ts";
import { define, type State } from "@/utils.ts";

export interface AppParts {
  readonly services: Services;
  readonly config: AppConfig;
  readonly log: Log;
}

const SANE_REQUEST_ID = /^[\w.-]{8,64}$/;

/** Every request starts with the services, an id to find it by, and nobody signed in. */
export function initialState({ services, config, log }: AppParts) {
  return define.middleware(async (ctx) => {
    const given = ctx.req.headers.get("x-request-id");
    const requestId = given !== null && SANE_REQUEST_ID.test(given) ? given : crypto.randomUUID();
    const state: State = { services, config, log, requestId, identity: null, theme: themeOf(ctx), title: "" };
    Object.assign(ctx.state, state);
    const response = await ctx.next();
    response.headers.set("x-request-id", requestId);
    return response;
  });
}

function themeOf({ req }: Context<State>): State["theme"] {
  const cookies = req.headers.get("cookie");
  return cookies?.includes("theme=") && parseCookies(cookies).get("theme") === "light" ? "light" : "dark";
}
