/** Gives a computed column a telling name for as long as the user has not chosen one. */
import { type Field, text } from "@/compiler/browser.ts";
import { type Config, withKey } from "../model/config.ts";

export function autoNamed(before: Config, after: Config, fields: readonly Field[]): Config {
  const has = (key: string) => fields.some((field) => field.key === key);
  if (!has("as") || !has("function")) return after;
  const untouched = before.as === after.as && (text(before.as) === "" || before.as === nameFor(before));
  return untouched && nameFor(after) !== "" ? withKey(after, "as", nameFor(after)) : after;
}

function nameFor(config: Config): string {
  const operation = text(config.function);
  const column = text(config.column);
  return operation && column ? `${operation}_${column}` : operation;
}
