import { createDefine, type Define } from "fresh";
import type { AppConfig } from "@/lib/server/config.ts";
import { everyMethod } from "@/lib/server/http/methods.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { Log } from "@/lib/server/log.ts";
import type { Services } from "@/lib/server/services.ts";

/** What middlewares put on every request. `identity` is null until someone has signed in. */
export interface State {
  services: Services;
  config: AppConfig;
  log: Log;
  requestId: string;
  identity: Identity | null;
  theme: "dark" | "light";
  /** Title of the page, read by `_app`. */
  title: string;
}

/** Fresh's typing helpers; handlers of a route are completed, so that every method has a response. */
export const define: Define<State> = {
  ...createDefine<State>(),
  handlers: (handlers: object) => everyMethod(handlers) as never,
};
