/** How Materialize reads a text as a number or a time. */
import { type ScalarTable, unsupported } from "../emitters.ts";

export const reading = {
  to_float: unsupported(
    "Materialize fails on text past the range of float64; use FLOAT(TODECIMAL(text, scale))",
  ),
} satisfies Partial<ScalarTable>;
