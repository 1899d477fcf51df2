/** Stands between the app and ClickHouse: remembers what was asked, and breaks answers off when it is told to. */

export interface ClickHouseProxy {
  readonly url: string;
  /** Addresses of the requests so far, newest last. */
  readonly requests: readonly URLSearchParams[];
  /** The next responses end in the middle, as when a server dies or fails while it sends. */
  breakOff(count: number): void;
  close(): Promise<void>;
}

export function startClickHouseProxy(target: string): ClickHouseProxy {
  const requests: URLSearchParams[] = [];
  let broken = 0;
  const client = Deno.createHttpClient({});
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    const { search, searchParams } = new URL(request.url);
    requests.push(searchParams);
    const { status, headers, ...response } = await forward(request, `${target}/${search}`, client);
    if (broken === 0) return new Response(response.bytes, { status, headers });
    broken--;
    return new Response(cutShort(response.bytes), { status });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests,
    breakOff: (count) => broken = count,
    async close() {
      await server.shutdown();
      client.close();
    },
  };
}

async function forward(request: Request, url: string, client: Deno.HttpClient) {
  const { method, signal, headers } = request;
  try {
    const response = await fetch(url, { method, headers, body: await request.bytes(), signal, client });
    return { status: response.status, headers: response.headers, bytes: await response.bytes() };
  } catch {
    return { status: 502, headers: new Headers(), bytes: new Uint8Array() };
  }
}

/** Half of the bytes, then the connection breaks. */
function cutShort(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new Error("broken off"));
      sent = true;
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
  });
}
