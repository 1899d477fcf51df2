import { page } from "fresh";
import { define } from "@/utils.ts";
import { fragment, wantsFragment } from "@/lib/server/http/htmx.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { EmbedContent, EmbedPage } from "./(_components)/EmbedPage.tsx";
import { embedHeaders } from "./(_embed)/headers.ts";
import { type EmbedView, openEmbed } from "./(_embed)/open_embed.ts";

export const config = { skipInheritedLayouts: true };

/** A widget alone in another site's frame. Every response, refusals included, is a small page that fits the frame. */
export const handler = define.handlers({
  async GET(ctx) {
    const { params, req, state, url } = ctx;
    state.theme = url.searchParams.get("theme") === "light" ? "light" : "dark";
    const embed = await openEmbed({
      services: state.services,
      widgetId: params.widget_id ?? "",
      key: req.headers.get("x-api-key"),
      ticket: url.searchParams.get("ticket"),
      url,
      theme: state.theme,
      context: requestContext(ctx),
    });
    const failed = embed.state.kind === "failed" ? embed.state.error : null;
    const init = { status: failed?.status ?? 200, headers: embedHeaders(embed.allowedOrigins, failed) };
    if (wantsFragment(req)) return fragment(<EmbedContent embed={embed} drawsIslands={false} />, init);
    state.title = embed.state.kind === "ready" ? embed.state.data.title : "Widget";
    return page<EmbedView>(embed, init);
  },
});

export default define.page<typeof handler>(({ data }) => <EmbedPage embed={data} />);
