/**
 * A server that fails while it sends writes its error behind the bytes that it sent before, and some versions then end
 * the response as if it were whole. Read as values, the error would be rows that nobody has.
 */
import { ClickHouseError } from "./http_client.ts";

/** Longer than any error. */
const TAIL_BYTES = 65_536;

/** Older servers end with the version, newer ones repeat a word after it. */
const LATE_ERROR =
  /Code: (\d+)\. DB::Exception: .*\(version [^()]*(?:\([^()]*\))?\)\s*$|__exception__[\s\S]*?(?:Code: (\d+)\.[\s\S]*)?__exception__\s*$/s;

/** Passes the bytes on, the last ones only once it is known that no error is among them. */
export async function* withoutLateError(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    const all = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const safe = Math.max(0, all.length - TAIL_BYTES);
    if (safe > 0) yield all.subarray(0, safe);
    held = all.subarray(safe);
  }
  const found = LATE_ERROR.exec(new TextDecoder().decode(held));
  if (found) {
    throw new ClickHouseError("The server failed while it sent the result.", found[1] ?? found[2] ?? "0");
  }
  if (held.length > 0) yield held;
}
