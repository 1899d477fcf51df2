import { App, type Middleware, staticFiles } from "fresh";
import { errorPage } from "@/components/ErrorPage.tsx";
import { accessLog } from "@/lib/server/http/middlewares/access_log.ts";
import { type Activity, createActivity } from "@/lib/server/http/middlewares/activity.ts";
import { cors } from "@/lib/server/http/middlewares/cors.ts";
import { renderErrors } from "@/lib/server/http/middlewares/errors.ts";
import { noStore } from "@/lib/server/http/middlewares/no_store.ts";
import { securityHeaders } from "@/lib/server/http/middlewares/security_headers.ts";
import { compress } from "@/lib/server/http/middlewares/compress.ts";
import { type AppParts, initialState } from "@/lib/server/http/middlewares/state.ts";
import type { State } from "@/utils.ts";

/** The application around given services; the routes folder brings the rest. */
export function createApp(
  { activity = createActivity(), ...parts }: AppParts & { readonly activity?: Activity },
): App<State> {
  const app = new App<State>();
  let handler: ReturnType<typeof app.handler> | undefined;
  /** Our own questions to the routes: nobody's requests, so that nothing counts or logs them. */
  const questions = new WeakSet<Request>();
  const ofRequests = (middleware: Middleware<State>): Middleware<State> => (ctx) =>
    questions.has(ctx.req) ? ctx.next() : middleware(ctx);
  /** What an address takes, as it says itself. */
  async function methodsAt({ url, headers }: Request): Promise<string | null> {
    handler ??= app.handler();
    const asking = new Headers(headers);
    for (const name of ["content-length", "content-type", "transfer-encoding"]) asking.delete(name);
    const question = new Request(url, { method: "OPTIONS", headers: asking });
    questions.add(question);
    const response = await handler(question);
    await response.body?.cancel();
    return response.headers.get("allow");
  }

  return app
    .use(
      ofRequests(activity.count),
      initialState(parts),
      ofRequests(accessLog),
      compress,
      securityHeaders,
      noStore,
      cors,
      renderErrors(errorPage, methodsAt),
    )
    .use(staticFiles())
    .fsRoutes();
}
