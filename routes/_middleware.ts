import { bodyLimit } from "@/lib/http/middlewares/body_limit.ts";
import { mapErrors } from "@/lib/http/middlewares/errors.ts";
import { identify } from "@/lib/http/middlewares/identify.ts";
import { sameSite } from "@/lib/http/middlewares/same_site.ts";

export default [mapErrors, bodyLimit, identify, sameSite];
