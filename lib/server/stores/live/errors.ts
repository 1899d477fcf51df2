/** PostgreSQL's errors as ours. */
import { FlowForgeError } from "@/lib/server/errors.ts";
import { errorCode, isUnreachable } from "../postgres/errors.ts";
import {
  failedError,
  memoryError,
  type QueryContext,
  timeoutError,
  unavailableError,
} from "../query_errors.ts";

type Make = (context: QueryContext, cause: unknown) => FlowForgeError;

const BY_CODE: Readonly<Record<string, Make>> = {
  "53200": memoryError, // out_of_memory
  "53400": memoryError, // configuration_limit_exceeded
  "57014": timeoutError, // query_canceled, which is what statement_timeout gives
};

export function toStoreError(error: unknown, context: QueryContext): Error {
  if (error instanceof FlowForgeError) return error;
  if (isUnreachable(error)) return unavailableError("the live store", error);
  return (BY_CODE[errorCode(error)] ?? failedError)(context, error);
}
