import { App, staticFiles } from "fresh";
import { accessLog } from "@/lib/server/http/middlewares/access_log.ts";
import { type Activity, createActivity } from "@/lib/server/http/middlewares/activity.ts";
import { lastResort } from "@/lib/server/http/middlewares/last_resort.ts";
import { securityHeaders } from "@/lib/server/http/middlewares/security_headers.ts";
import { compress } from "@/lib/server/http/middlewares/compress.ts";
import { type AppParts, initialState } from "@/lib/server/http/middlewares/state.ts";
import type { State } from "@/utils.ts";

/** The application around given services; the routes folder brings the rest. */
export function createApp(
  { activity = createActivity(), ...parts }: AppParts & { readonly activity?: Activity },
): App<State> {
  return new App<State>()
    .use(activity.count, initialState(parts), accessLog, compress, ...securityHeaders, lastResort)
    .use(staticFiles())
    .fsRoutes();
}
