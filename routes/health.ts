import { healthResponse } from "@/lib/server/api/health_response.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: async ({ state }) => healthResponse(await state.services.health.ready()),
});
