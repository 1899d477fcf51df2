import { currentRender } from "./render_state.ts";

/** True in the browser, false on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** The URL of a static file with its content hash, so that browsers may keep it for a year. */
export function asset(path: string): string {
  const render = currentRender();
  const file = render?.snapshot?.staticFiles.get(path);
  return file ? `${path}?__frsh_c=${file.hash}` : path;
}
