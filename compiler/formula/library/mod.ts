/** Every function of the language. Checks, completion, help and documentation read this one list. */
import { aggregate } from "./aggregate.ts";
import { convert } from "./convert.ts";
import { date } from "./date.ts";
import type { FunctionCategory, FunctionDefinition } from "./definition.ts";
import { logic } from "./logic.ts";
import { math } from "./math.ts";
import { textFunctions } from "./text.ts";
import { window } from "./window.ts";

export const functions: readonly FunctionDefinition[] = [
  ...math,
  ...textFunctions,
  ...date,
  ...logic,
  ...convert,
  ...aggregate,
  ...window,
];

const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(
  functions.map((entry) => [entry.name, entry]),
);

export function findFunction(name: string): FunctionDefinition | undefined {
  return BY_NAME.get(name.toUpperCase());
}

export interface FunctionReference {
  readonly name: string;
  readonly category: FunctionCategory;
  readonly signature: string;
  readonly help: string;
  readonly example: string;
}

/** The functions as data, for help, palettes and documentation. */
export const functionReference: readonly FunctionReference[] = functions.map(
  ({ name, category, signature, help, example }) => ({ name, category, signature, help, example }),
);
