import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { StaticFile } from "../types.ts";
import { contentTypeOf, isCompressible } from "./content_types.ts";

export type Bytes = Uint8Array<ArrayBuffer>;
export type Encoding = "br" | "gzip";
export const ENCODINGS: readonly Encoding[] = ["br", "gzip"];

const SMALLEST_WORTH_COMPRESSING = 512;

const compressors: Readonly<Record<Encoding, (bytes: Bytes, quality: number) => Promise<Uint8Array>>> = {
  br: (bytes, quality) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: (bytes, quality) => promisify(gzip)(bytes, { level: Math.min(quality, 9) }),
};

export async function hashOf(bytes: Bytes): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 16);
}

/** `quality` from 1, fast, to 11, small. */
export async function compress(bytes: Bytes, encoding: Encoding, quality: number): Promise<Bytes> {
  return new Uint8Array(await compressors[encoding](bytes, quality));
}

export function isWorthCompressing(path: string, bytes: Bytes): boolean {
  return bytes.byteLength >= SMALLEST_WORTH_COMPRESSING && isCompressible(contentTypeOf(path));
}

/** A static file held in memory; it is compressed when first asked for, then kept. */
export async function memoryFile(path: string, bytes: Bytes, immutable: boolean): Promise<StaticFile> {
  const kept = new Map<Encoding, Promise<Bytes>>();
  return {
    hash: await hashOf(bytes),
    contentType: contentTypeOf(path),
    immutable,
    encodings: isWorthCompressing(path, bytes) ? ENCODINGS : [],
    read(encoding) {
      if (encoding === "identity") return Promise.resolve(bytes);
      const ready = kept.get(encoding) ?? compress(bytes, encoding, 5);
      kept.set(encoding, ready);
      return ready;
    },
  };
}
