/** ClickHouse's numbered errors as ours. */
import { FlowForgeError } from "@/lib/server/errors.ts";
import {
  failedError,
  memoryError,
  type QueryContext,
  rowsReadError,
  timeoutError,
  unavailableError,
} from "../query_errors.ts";
import { ClickHouseError } from "./http_client.ts";

type Make = (context: QueryContext, cause: unknown) => FlowForgeError;

const unavailable: Make = (_context, cause) => unavailableError("ClickHouse", cause);

/** By the engine's code; whatever is not here is `query_failed`. */
const BY_CODE: Readonly<Record<string, Make>> = {
  "158": rowsReadError, // TOO_MANY_ROWS
  "159": timeoutError, // TIMEOUT_EXCEEDED
  "160": timeoutError, // TOO_SLOW
  "173": memoryError, // CANNOT_ALLOCATE_MEMORY
  "202": unavailable, // TOO_MANY_SIMULTANEOUS_QUERIES
  "209": timeoutError, // SOCKET_TIMEOUT
  "210": unavailable, // NETWORK_ERROR
  "241": memoryError, // MEMORY_LIMIT_EXCEEDED
  "279": unavailable, // ALL_CONNECTION_TRIES_FAILED
  "307": rowsReadError, // TOO_MANY_BYTES
  "394": timeoutError, // QUERY_WAS_CANCELLED
  "396": memoryError, // TOO_MANY_ROWS_OR_BYTES
  "516": unavailable, // AUTHENTICATION_FAILED
};

export function toStoreError(error: unknown, context: QueryContext): Error {
  if (error instanceof FlowForgeError) return error;
  if (error instanceof ClickHouseError) return (BY_CODE[error.code] ?? failedError)(context, error);
  // Neither the engine's words nor an undecodable result: the way to the server is broken.
  const isOwn = error instanceof RangeError || error instanceof TypeError;
  return isOwn ? failedError(context, error) : unavailable(context, error);
}
