import { csrf } from "fresh";
import { define, type State } from "@/utils.ts";

const refuseOtherSites = csrf<State>();

/** Refuses changes sent from another site. Embeds are meant for other sites: they carry a key, never a cookie. */
export const sameSite = define.middleware((ctx) =>
  ctx.url.pathname.startsWith("/api/v1/embed/") ? ctx.next() : refuseOtherSites(ctx)
);
