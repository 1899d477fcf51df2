import { define } from "@/utils.ts";
import { isSecure } from "@/lib/server/auth/cookie.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { text } from "./(_shared)/form.ts";
import { safeNext, seeOther } from "./(_shared)/next.ts";

const YEAR_SECONDS = 31_536_000;

export const handler = define.handlers({
  async POST({ req }) {
    const form = await readForm(req);
    const theme = text(form, "theme") === "light" ? "light" : "dark";
    const secure = isSecure(req) ? "; Secure" : "";
    return seeOther(safeNext(form.get("next")), {
      "set-cookie": `theme=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}`,
    });
  },
});
