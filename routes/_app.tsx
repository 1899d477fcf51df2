import { asset } from "fresh/runtime";
import { RESPONSE_TIMEOUT_MS } from "@/lib/tiles/polling.ts";
import { define } from "@/utils.ts";

/** htmx must neither add style elements nor evaluate text: the content security policy allows neither. */
const HTMX_SETTINGS = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  defaultTimeout: RESPONSE_TIMEOUT_MS,
});

export default define.page(function Document({ Component, state }) {
  return (
    <html lang="en" data-theme={state.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={state.theme} />
        <meta name="htmx-config" content={HTMX_SETTINGS} />
        <title>{state.title ? `${state.title} · FlowForge` : "FlowForge"}</title>
        <link rel="icon" type="image/svg+xml" href={asset("/favicon.svg")} />
        <link
          rel="preload"
          href={asset("/vendor/inter.woff2")}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={asset("/app.css")} />
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});
