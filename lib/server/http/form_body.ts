import { FlowForgeError } from "@/lib/server/errors.ts";

const FORM_TYPES: ReadonlySet<string> = new Set(["application/x-www-form-urlencoded", "multipart/form-data"]);

/** Reads the form that a browser sent; throws `unsupported_media_type` or, for a broken one, `bad_request`. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!FORM_TYPES.has(type)) {
    throw new FlowForgeError("unsupported_media_type", "Cannot read the form: send it as a browser does.");
  }
  try {
    return await request.formData();
  } catch (cause) {
    // What the platform throws for a body that is no such form; a connection that breaks off is another matter.
    if (!(cause instanceof TypeError)) throw cause;
    throw new FlowForgeError("bad_request", "Cannot read the form: it is cut short or broken.", { cause });
  }
}
