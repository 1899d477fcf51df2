/** API keys: `sk_live_` and 256 random bits. The first characters stay readable so that people can tell keys apart. */
import { randomSecret, sha256 } from "./secrets.ts";

const MARK = "sk_live_";
const SHAPE = /^sk_live_[A-Za-z0-9_-]{20,128}$/;

export interface NewApiKey {
  readonly key: string;
  readonly prefix: string;
  readonly hash: string;
}

export async function generateApiKey(): Promise<NewApiKey> {
  const key = MARK + randomSecret(32);
  return { key, prefix: key.slice(0, MARK.length + 6), hash: await sha256(key) };
}

/** False for anything that cannot be a key, so that no look-up is spent on it. */
export function looksLikeApiKey(text: string): boolean {
  return SHAPE.test(text);
}
