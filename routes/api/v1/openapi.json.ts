import { define } from "@/utils.ts";
import { openApi } from "@/lib/http/openapi.ts";

const text = JSON.stringify(openApi());

export const handler = define.handlers({
  GET: () =>
    new Response(text, {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    }),
});
