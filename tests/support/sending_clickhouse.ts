/**
 * A server that speaks ClickHouse's HTTP and sends numbers for as long as somebody reads them, or fails on the way as the
 * real one does. What it is asked beside that (a setting, KILL QUERY) it notes and answers.
 */

interface Sending {
  /** How many numbers there are; each is a row of eight bytes. */
  readonly rows: number;
  /** What comes behind the last number. */
  readonly ending: "whole" | "error" | "tagged error" | "lost" | "half a row";
}

export interface SendingClickHouse {
  readonly url: string;
  /** How many rows were handed to the network so far, by all requests together. */
  readonly sent: () => number;
  /** How many results are still being sent. */
  readonly open: () => number;
  readonly asked: readonly { readonly sql: string; readonly settings: URLSearchParams }[];
  next(sending: Sending): void;
  close(): Promise<void>;
}

const PART_ROWS = 4_096;
const ERROR =
  "Code: 241. DB::Exception: (total) memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 25.8.1.1)\n";
const ENDINGS: Readonly<Record<Sending["ending"], Uint8Array | null>> = {
  whole: new Uint8Array(),
  error: new TextEncoder().encode(ERROR),
  "tagged error": new TextEncoder().encode(
    `\r\n__exception__\r\nabcdefgh\r\n${ERROR}105 abcdefgh\r\n__exception__\r\n`,
  ),
  "half a row": new Uint8Array([1, 2, 3]),
  lost: null,
};

export function startSendingClickHouse(): SendingClickHouse {
  let sending: Sending = { rows: 1, ending: "whole" };
  let sent = 0;
  let open = 0;
  const asked: { sql: string; settings: URLSearchParams }[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    const settings = new URL(request.url).searchParams;
    const sql = settings.get("query") ?? await request.text();
    asked.push({ sql, settings });
    if (sql.includes("system.settings")) {
      return new Response(concat(header("level", "Int32"), new Uint8Array(4)));
    }
    if (sql.startsWith("KILL")) return new Response(null);
    return new Response(numbers(sending, (count) => sent += count, (change) => open += change));
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    sent: () => sent,
    open: () => open,
    asked,
    next: (wanted) => sending = wanted,
    close: () => server.shutdown(),
  };
}

function numbers(
  { rows, ending }: Sending,
  onSent: (rows: number) => void,
  onOpen: (change: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  onOpen(1);
  return new ReadableStream({
    start: (controller) => controller.enqueue(header("n", "Int64")),
    pull(controller) {
      const count = Math.min(PART_ROWS, rows - at);
      if (count > 0) {
        controller.enqueue(
          new Uint8Array(BigInt64Array.from({ length: count }, (_, index) => BigInt(at + index)).buffer),
        );
        at += count;
        return onSent(count);
      }
      onOpen(-1);
      const last = ENDINGS[ending];
      if (last === null) return controller.error(new Error("lost"));
      if (last.length > 0) controller.enqueue(new Uint8Array(last));
      controller.close();
    },
    cancel: () => onOpen(-1),
  }, { highWaterMark: 0 });
}

function header(name: string, type: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder();
  return concat(
    new Uint8Array([1, name.length]),
    text.encode(name),
    new Uint8Array([type.length]),
    text.encode(type),
  );
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
