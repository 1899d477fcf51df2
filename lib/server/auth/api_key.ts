/** API keys: `sk_live_` and 256 random bits. The first characters stay readable so that people can tell keys apart. */
import { sha256 } from "@/lib/server/digest.ts";
import { randomSecret } from "./secrets.ts";

const MARK = "sk_live_";
const SHAPE = /^sk_live_[A-Za-z0-9_-]{20,128}$/;

interface GeneratedKey {
  readonly key: string;
  readonly prefix: string;
  /** SHA-256 in hex: enough for a secret that is random already, as there is nothing to guess. */
  readonly hash: string;
}

export function generateApiKey(): GeneratedKey {
  const key = MARK + randomSecret(32);
  return { key, prefix: key.slice(0, MARK.length + 6), hash: sha256(key) };
}

/** False for anything that cannot be a key, so that no look-up is spent on it. */
export function looksLikeApiKey(text: string): boolean {
  return SHAPE.test(text);
}
