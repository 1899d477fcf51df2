import { page } from "fresh";
import { define } from "@/utils.ts";
import { sessionCookie } from "@/lib/server/auth/cookie.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { text } from "../(_shared)/form.ts";
import { safeNext, seeOther } from "../(_shared)/next.ts";
import { SignIn } from "./(_components)/SignIn.tsx";

export const config = { skipInheritedLayouts: true };

export const handler = define.handlers({
  GET({ state, url }) {
    const next = safeNext(url.searchParams.get("next"));
    if (state.identity) return seeOther(next);
    state.title = "Sign in";
    return page({ next, error: null });
  },
  async POST(ctx) {
    const { req, state } = ctx;
    const form = await readForm(req);
    const next = safeNext(form.get("next"));
    try {
      const { token } = await state.services.sessions.signInDevelopment(
        text(form, "email"),
        requestContext(ctx),
      );
      return seeOther(next, { "set-cookie": sessionCookie(req, token) });
    } catch (error) {
      if (!(error instanceof FlowForgeError) || error.status >= 500) throw error;
      state.title = "Sign in";
      return page({ next, error: error.detail }, { status: error.status });
    }
  },
});

export default define.page<typeof handler>(function SignInPage({ data, state, url }) {
  return (
    <SignIn
      users={state.services.sessions.sampleUsers()}
      next={data.next}
      error={data.error}
      theme={state.theme}
      here={url.pathname + url.search}
    />
  );
});
