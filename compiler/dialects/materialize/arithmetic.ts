/** How Materialize writes arithmetic: with nothing but functions that its manual documents. */
import { type ScalarTable, unsupported } from "../emitters.ts";
import { floating } from "../postgres/arithmetic.ts";
import { double, numeric } from "../postgres/casts.ts";
import { int64OrNull } from "./ranges.ts";

/** Floating point beyond these bounds has nothing to round, or nothing left after it. */
function roundFloat(x: string, digits: string): string {
  const rounded = double(`round(${x}::text::numeric, greatest(${digits}, -20)::int)`);
  return `(CASE WHEN abs(${x}) < '1e-61' THEN 0 WHEN ${digits} > 20 THEN ${x} WHEN abs(${x}) < '1e-21' THEN 0 WHEN abs(${x}) < '1e18' THEN ${rounded} ELSE ${x} END)`;
}

/** Divided once, to the 39 digits of the store's exact numbers; null where the divisor is zero. */
export const quotient = (top: string, bottom: string) => double(`(${top} / nullif(${bottom}, 0))`);

export const arithmetic = {
  exact_ratio: ([left = "", right = ""]) => quotient(left, right),
  sign: ([x], call) => {
    const v = call.args[0]?.type.type === "float64" ? `nullif(${x}, 'NaN')` : x;
    return `(CASE WHEN ${v} > 0 THEN 1 WHEN ${v} < 0 THEN -1 WHEN ${v} = 0 THEN 0 END)::bigint`;
  },
  trunc: unsupported("Materialize drops no digits of a number"),
  modulo([left = "", right = ""], call) {
    if (call.type.type === "float64") {
      return `(${floating(left, call, 0)} % nullif(${floating(right, call, 1)}, 0))`;
    }
    const exact = `(${numeric(left)} % nullif(${numeric(right)}, 0))`;
    return call.type.type === "int64" ? `${exact}::bigint` : exact;
  },
  round([x = "", digits = "0"], call) {
    if (call.type.type === "float64") return roundFloat(x, digits);
    const rounded = `round(${numeric(x)}, ${digits}::int)`;
    return call.type.type === "int64" ? int64OrNull(rounded) : rounded;
  },
} satisfies Partial<ScalarTable>;
