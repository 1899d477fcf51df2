/** A config is whatever was saved: these read it without trusting it, and change one setting of it. */
import type { Untyped } from "@/compiler/browser.ts";

export { list, record, text, texts } from "@/compiler/browser.ts";
export type Config = Untyped;

/** A copy with one setting changed; undefined removes it. Safe for any key, `__proto__` included. */
export function withKey(config: Config, key: string, value: unknown): Config {
  const { [key]: _previous, ...rest } = config;
  if (value === undefined) return rest;
  return Object.hasOwn(config, key)
    ? Object.fromEntries(Object.entries(config).map(([name, old]) => [name, name === key ? value : old]))
    : { ...config, [key]: value };
}
