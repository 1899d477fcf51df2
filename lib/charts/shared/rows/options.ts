/** Reading a node's settings, which may hold anything. */
import type { Config } from "../../types.ts";

export function textOption(config: Config, key: string): string | undefined {
  const value = config[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function listOption(config: Config, key: string): readonly string[] {
  const value = config[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** The settings within a setting; none when it holds something else. */
export function recordOption(value: unknown): Config {
  return typeof value === "object" && value !== null ? value as Config : {};
}
