import { openApi } from "@/lib/server/api/openapi.ts";
import { define } from "@/utils.ts";

let text: string | undefined;

export const handler = define.handlers({
  GET: () =>
    new Response(text ??= JSON.stringify(openApi()), {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    }),
});
