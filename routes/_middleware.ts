import { bodyLimit } from "@/lib/server/http/middlewares/body_limit.ts";
import { mapErrors } from "@/lib/server/http/middlewares/errors.ts";
import { identify } from "@/lib/server/http/middlewares/identify.ts";
import { sameSite } from "@/lib/server/http/middlewares/same_site.ts";

export default [mapErrors, bodyLimit, identify, sameSite];
