import { bodyLimit } from "@/lib/server/http/middlewares/body_limit.ts";
import { identify } from "@/lib/server/http/middlewares/identify.ts";
import { sameSite } from "@/lib/server/http/middlewares/same_site.ts";

export default [bodyLimit, identify, sameSite];
