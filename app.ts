import { App, staticFiles } from "fresh";
import { accessLog } from "@/lib/http/middlewares/access_log.ts";
import { type Activity, createActivity } from "@/lib/http/middlewares/activity.ts";
import { lastResort } from "@/lib/http/middlewares/last_resort.ts";
import { securityHeaders } from "@/lib/http/middlewares/security_headers.ts";
import { compress } from "@/lib/http/middlewares/compress.ts";
import { type AppParts, initialState } from "@/lib/http/middlewares/state.ts";
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
