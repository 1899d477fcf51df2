const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The standard reason phrase of an HTTP status, or a neutral one for a status without an entry. */
export function reasonOf(status: number): string {
  return REASONS[status] ?? (status >= 500 ? "Server Error" : "Request Error");
}

/** Ends a request with an HTTP status; the nearest error page renders it. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;

  constructor(status: number, message: string = reasonOf(status), options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const reported = new WeakSet<object>();

/** Writes an unexpected error to the console once, however many handlers it passes on its way out. */
export function reportOnce(error: unknown): void {
  if (error instanceof HttpError) return;
  if (typeof error === "object" && error !== null) {
    if (reported.has(error)) return;
    reported.add(error);
  }
  console.error(error);
}

export function statusOfError(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}
