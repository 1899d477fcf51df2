import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What may be asked for; the name in the URL never becomes a path. */
const FILES = {
  "htmx.js": {
    package: "htmx.org",
    path: "dist/htmx.min.js",
    contentType: "text/javascript; charset=utf-8",
  },
  "gridstack.css": {
    package: "gridstack",
    path: "dist/gridstack.min.css",
    contentType: "text/css; charset=utf-8",
  },
  "inter.woff2": {
    package: "@fontsource-variable/inter",
    path: "files/inter-latin-wght-normal.woff2",
    contentType: "font/woff2",
  },
} as const;

interface VendorFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly version: string;
  readonly etag: string;
}

type VendorName = keyof typeof FILES;

const require = createRequire(import.meta.url);
const loaded = new Map<string, Promise<VendorFile>>();

/** Address that changes with the package's version, so browsers may keep the file for good. */
export function vendorUrl(name: VendorName): string {
  return `/vendor/${name}?v=${versionOf(FILES[name].package)}`;
}

function versionOf(packageName: string): string {
  return (require(`${packageName}/package.json`) as { version: string }).version;
}

/** Reads a file once and keeps it; null for a name that is not on the list. */
export function readVendorFile(name: string): Promise<VendorFile> | null {
  if (!Object.hasOwn(FILES, name)) return null;
  const known = loaded.get(name);
  if (known) return known;
  const reading = load(FILES[name as VendorName]);
  loaded.set(name, reading);
  reading.catch(() => loaded.delete(name));
  return reading;
}

async function load(file: typeof FILES[VendorName]): Promise<VendorFile> {
  const folder = dirname(require.resolve(`${file.package}/package.json`));
  const bytes = await Deno.readFile(join(folder, file.path));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const version = versionOf(file.package);
  return { bytes, contentType: file.contentType, version, etag: `"${digest.toHex().slice(0, 16)}"` };
}
