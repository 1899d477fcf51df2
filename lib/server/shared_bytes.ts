/** A body that many responses send: whoever asks for it compressed first does so for all. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);
/** Of 1 to 9: most of what 9 would save, for a third of the time. */
const LEVEL = 4;

export type Bytes = Uint8Array<ArrayBuffer>;

export async function gzipped(plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await zip(plain, { level: LEVEL }));
}

export class SharedBytes {
  #gzipped: Promise<Bytes> | undefined;

  constructor(readonly plain: Bytes) {}

  gzipped(): Promise<Bytes> {
    return this.#gzipped ??= gzipped(this.plain);
  }
}
