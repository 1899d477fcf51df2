import { FlowForgeError } from "@/lib/server/errors.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  async GET({ state }) {
    if (!state.config.metricsEnabled) throw new FlowForgeError("not_found", "Cannot find this page.");
    return new Response(await state.services.metrics(), {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
    });
  },
});
