import type { Untyped } from "@/compiler/browser.ts";

/** A node's settings, or a part of them: whatever was saved, so nothing is sure about its values. */
export type Config = Untyped;

/** A copy with one setting changed; undefined removes it. Safe for any key, `__proto__` included. */
export function withKey(config: Config, key: string, value: unknown): Config {
  const { [key]: _previous, ...rest } = config;
  if (value === undefined) return rest;
  return Object.hasOwn(config, key)
    ? Object.fromEntries(Object.entries(config).map(([name, old]) => [name, name === key ? value : old]))
    : { ...config, [key]: value };
}
