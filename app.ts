import { App, staticFiles } from "fresh";
import { errorPage } from "@/components/ErrorPage.tsx";
import { accessLog } from "@/lib/server/http/middlewares/access_log.ts";
import { type Activity, createActivity } from "@/lib/server/http/middlewares/activity.ts";
import { cors } from "@/lib/server/http/middlewares/cors.ts";
import { renderErrors } from "@/lib/server/http/middlewares/errors.ts";
import { securityHeaders } from "@/lib/server/http/middlewares/security_headers.ts";
import { compress } from "@/lib/server/http/middlewares/compress.ts";
import { type AppParts, initialState } from "@/lib/server/http/middlewares/state.ts";
import type { State } from "@/utils.ts";

/** The application around given services; the routes folder brings the rest. */
export function createApp(
  { activity = createActivity(), ...parts }: AppParts & { readonly activity?: Activity },
): App<State> {
  return new App<State>()
    .use(
      activity.count,
      initialState(parts),
      accessLog,
      cors,
      compress,
      securityHeaders,
      renderErrors(errorPage),
    )
    .use(staticFiles())
    .fsRoutes();
}
