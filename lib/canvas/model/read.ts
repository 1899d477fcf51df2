/** A config is whatever was saved: these read it without trusting it. */

export type Config = Readonly<Record<string, unknown>>;

export function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function record(value: unknown): Config {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Config : {};
}

export function texts(value: unknown): readonly string[] {
  return list(value).filter((item) => typeof item === "string");
}

/** A copy with one setting changed; undefined removes it. Safe for any key, `__proto__` included. */
export function withKey(config: Config, key: string, value: unknown): Config {
  const { [key]: _previous, ...rest } = config;
  if (value === undefined) return rest;
  return Object.hasOwn(config, key)
    ? Object.fromEntries(Object.entries(config).map(([name, old]) => [name, name === key ? value : old]))
    : { ...config, [key]: value };
}
