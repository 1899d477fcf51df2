import { define } from "@/utils.ts";
import { clearedSessionCookie, readSessionToken } from "@/lib/server/auth/cookie.ts";
import { seeOther } from "./(_shared)/next.ts";

export const handler = define.handlers({
  async POST({ req, state }) {
    const token = readSessionToken(req);
    if (token) await state.services.sessions.signOut(token);
    return seeOther("/login", { "set-cookie": clearedSessionCookie(req) });
  },
});
