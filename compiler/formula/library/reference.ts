/**
 * The functions with their help, as data for whoever reads about them. Beside `mod.ts` and never imported by it: what
 * checks a formula on every keystroke loads without a word of this.
 */
import { aggregateHelp } from "./aggregate.ts";
import { convertHelp } from "./convert.ts";
import { dateHelp } from "./date.ts";
import type { FunctionDefinition, FunctionHelp } from "./definition.ts";
import { logicHelp } from "./logic.ts";
import { mathHelp } from "./math.ts";
import { type FunctionName, functions } from "./mod.ts";
import { textHelp } from "./text.ts";
import { windowHelp } from "./window.ts";

const HELP: Readonly<Record<FunctionName, FunctionHelp>> = {
  ...mathHelp,
  ...textHelp,
  ...dateHelp,
  ...logicHelp,
  ...convertHelp,
  ...aggregateHelp,
  ...windowHelp,
};

interface FunctionReference extends Omit<FunctionDefinition<FunctionName>, "parameters" | "lower"> {
  readonly help: string;
  readonly example: string;
}

export const functionReference: readonly FunctionReference[] = functions.map(
  ({ name, category, level, signature }) => {
    const [help, example] = HELP[name];
    return { name, category, level, signature, help, example };
  },
);
