/** Reads JSON bodies: limited in size while they arrive, limited in depth, without keys that could reach a prototype. */
import { fieldPath, invalidInput } from "@/lib/server/checked.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";

export const LARGEST_BODY = 1_000_000;
const DEEPEST = 500;

/** Throws `unsupported_media_type`, `too_large`, `bad_request` (not JSON) or `invalid_input` (JSON, but hostile). */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !type.endsWith("+json")) {
    throw new FlowForgeError("unsupported_media_type", "Cannot read the body: send it as application/json.");
  }
  const text = decode(await readBytes(request, LARGEST_BODY));
  if (depthOf(text) > DEEPEST) {
    throw new FlowForgeError("bad_request", `Cannot read the body: nested deeper than ${DEEPEST} levels.`);
  }
  const value = parse(text);
  refuseHostile(value);
  return value;
}

/** The same; a request with neither body nor media type reads as an empty object. */
export async function readJsonIfAny(request: Request): Promise<unknown> {
  if (request.headers.has("content-type")) return await readJson(request);
  const isEmpty = (await readBytes(request, LARGEST_BODY)).length === 0;
  return isEmpty ? {} : await readJson(request);
}

/** Reads at most `most` bytes, whatever length the request claims. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () => new FlowForgeError("too_large", `Cannot read the body: larger than ${most} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FlowForgeError("bad_request", "Cannot read the body: it is not UTF-8.", { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FlowForgeError("bad_request", "Cannot read the body: it is not valid JSON.", { cause });
  }
}

/** Deepest nesting of brackets outside of strings, without building anything. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return deepest;
}

function refuseHostile(value: unknown, path: readonly PropertyKey[] = []): void {
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw hostile("must not contain half of a character", path);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => refuseHostile(item, [...path, index]));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === "__proto__") throw hostile('must not be named "__proto__"', [...path, key]);
    if (!key.isWellFormed()) throw hostile("must not have a key with half of a character", path);
    refuseHostile(item, [...path, key]);
  }
}

function hostile(words: string, path: readonly PropertyKey[]): FlowForgeError {
  return invalidInput([{ code: "invalid_value", words, field: fieldPath(path) }]);
}
