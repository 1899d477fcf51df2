/** The browser's way to `/api/v1`: same-origin JSON; a failure is an `ApiError` in the server's own words. */
import type { Problem } from "@/compiler/browser.ts";

export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    /** 0 when no response came at all. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(detail);
  }
}

/** Any thrown value as an `ApiError`, so that its detail can be shown. */
export function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, "unknown", String(error));
}

/** Sends one request and returns the body of a success; throws an `ApiError`, or the reason of an aborted signal. */
export async function request<T>(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await send(method, path, body, signal);
  const text = await read(response.text(), signal);
  const content = parsed(text);
  if (response.ok && content !== undefined) return content as T;
  if (response.ok && text === "") return undefined as T;
  throw failureOf(response, content);
}

/** A file that a browser can keep. */
export interface Downloaded {
  readonly name: string;
  readonly content: Blob;
}

/** As `request`, for a response that is a file. One that breaks off is no file, but an `ApiError`. */
export async function requestFile(path: string, body: unknown, signal?: AbortSignal): Promise<Downloaded> {
  const response = await send("POST", path, body, signal);
  if (!response.ok) throw failureOf(response, parsed(await read(response.text(), signal)));
  const disposition = response.headers.get("content-disposition") ?? "";
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "export.csv";
  return { name: decodeURIComponent(name), content: await read(response.blob(), signal) };
}

function failureOf(response: Response, content: unknown): ApiError {
  const fields: Record<string, unknown> = typeof content === "object" && content !== null
    ? { ...content }
    : {};
  return new ApiError(
    response.status,
    typeof fields.code === "string" ? fields.code : "unknown",
    typeof fields.detail === "string" ? fields.detail : `The server answered ${response.status}.`,
    Array.isArray(fields.problems) ? fields.problems : [],
  );
}

/** A cancelled or broken connection can fail here too, long after the status came. */
async function read<T>(content: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await content;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "offline", "Cannot read the server's response: the connection broke.");
  }
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      signal,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "offline", "Cannot reach the server. Your work is kept in this browser.");
  }
}
