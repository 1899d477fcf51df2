import type { OpenedStore } from "../definition.ts";
import { type PgliteOptions, type PgliteServer, startPglite } from "./server.ts";

/** Opens a store over an embedded PostgreSQL of its own, which is closed with it. */
export async function openOverPglite<Store>(
  dataDir: string,
  options: PgliteOptions,
  open: (server: PgliteServer) => Promise<OpenedStore<Store>>,
): Promise<OpenedStore<Store>> {
  const server = await startPglite(dataDir, options);
  try {
    const opened = await open(server);
    const close = async () => {
      await opened.close();
      await server.close();
    };
    return { ...opened, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}
