/** Hashes, read field by field. */
import type { Redis } from "ioredis";

type Fields = readonly (string | null)[];

/** A hash has at least one field, so nothing at all means that there is none. */
export function fieldsOf(values: Fields): Fields | null {
  return values.some((value) => value !== null) ? values : null;
}

/** Reads the fields of all keys in one round trip. Throws when Redis is not reached. */
export async function readHashes(
  commands: Redis,
  keys: readonly string[],
  fields: readonly string[],
): Promise<readonly (Fields | null | "other")[]> {
  if (keys.length === 0) return [];
  const pipeline = commands.pipeline();
  for (const key of keys) pipeline.hmget(key, ...fields);
  const replies = await pipeline.exec() ?? [];
  if (replies.length !== keys.length) {
    throw new Error(`${replies.length} replies to ${keys.length} commands.`);
  }
  return replies.map(([error, values]) => {
    if (error === null) return fieldsOf(values as Fields);
    if (error.message.startsWith("WRONGTYPE")) return "other";
    throw error;
  });
}

export async function writeHash(
  commands: Redis,
  key: string,
  fields: Readonly<Record<string, string>>,
  ttlMs: number | undefined,
): Promise<void> {
  const transaction = commands.multi().del(key).hset(key, fields);
  if (ttlMs !== undefined) transaction.pexpire(key, Math.max(1, Math.ceil(ttlMs)));
  for (const [error] of await transaction.exec() ?? []) {
    if (error !== null) throw error;
  }
}
