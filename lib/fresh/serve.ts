export interface ListenOptions extends Partial<Deno.ServeTcpOptions> {
  remoteAddress?: string;
}

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Serves on the given port, or on the first free one from 8000 on; resolves when the server has finished. */
export async function serve(
  options: ListenOptions,
  handler: (request: Request, info: Deno.ServeHandlerInfo) => Response | Promise<Response>,
): Promise<void> {
  for (let port = options.port ?? FIRST_PORT;; port++) {
    try {
      await Deno.serve({ ...options, port }, handler).finished;
      return;
    } catch (error) {
      const mayTryNext = options.port === undefined && port < LAST_PORT;
      if (!mayTryNext || !(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
}
