import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { StaticFile } from "../types.ts";
import { contentTypeOf, isCompressible } from "./content_types.ts";
import { listFiles } from "./crawl.ts";

export type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = "br" | "gzip";

const compressors: Readonly<Record<Encoding, (bytes: Bytes, quality: number) => Promise<Uint8Array>>> = {
  br: (bytes, quality) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

const SMALLEST_WORTH_COMPRESSING = 512;

export async function hashOf(bytes: Bytes): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 16);
}

export function compress(bytes: Bytes, encoding: Encoding, quality = 11): Promise<Bytes> {
  return compressors[encoding](bytes, quality).then((result) => new Uint8Array(result));
}

/** A static file held in memory; it is compressed when first asked for, then kept. */
export async function memoryFile(path: string, bytes: Bytes, immutable: boolean): Promise<StaticFile> {
  const contentType = contentTypeOf(path);
  const worthIt = isCompressible(contentType) && bytes.byteLength >= SMALLEST_WORTH_COMPRESSING;
  const kept = new Map<Encoding, Promise<Bytes>>();
  return {
    hash: await hashOf(bytes),
    contentType,
    immutable,
    encodings: worthIt ? ["br", "gzip"] : [],
    read(encoding) {
      if (encoding === "identity") return Promise.resolve(bytes);
      const ready = kept.get(encoding) ?? compress(bytes, encoding, 5);
      kept.set(encoding, ready);
      return ready;
    },
  };
}

/** All files below the static folder by their URL path. */
export async function loadStaticFiles(
  folder: string,
  ignore: readonly RegExp[],
): Promise<Map<string, StaticFile>> {
  const paths = (await listFiles(folder, ignore)).filter((path) => !/(?:^|\/)\.(?!well-known)/.test(path));
  return new Map(
    await Promise.all(
      paths.map(async (path) =>
        [`/${path}`, await memoryFile(path, await Deno.readFile(`${folder}/${path}`), false)] as const
      ),
    ),
  );
}
