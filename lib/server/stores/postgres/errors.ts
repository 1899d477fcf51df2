/** Which of PostgreSQL's and the driver's errors mean that the server is not there. */

const GONE = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "53300", // too_many_connections
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
]);

/** The five-character SQLSTATE or the driver's own code; empty when there is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Class 08 is PostgreSQL's own family of connection failures. */
export function isUnreachable(error: unknown): boolean {
  const code = errorCode(error);
  return GONE.has(code) || /^08...$/.test(code);
}
