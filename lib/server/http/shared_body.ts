/** Responses whose body is shared: whoever changes what is sent finds it without reading the response. */
import type { SharedBytes } from "@/lib/server/shared_bytes.ts";

const bodies = new WeakMap<Response, SharedBytes>();

/** A response with that body. Who changes what is sent finds the body by `sharedBytesOf`, without reading it. */
export function respondShared(bytes: SharedBytes, headers: HeadersInit): Response {
  const response = new Response(bytes.plain, { headers });
  bodies.set(response, bytes);
  return response;
}

export function sharedBytesOf(response: Response): SharedBytes | undefined {
  return bodies.get(response);
}
