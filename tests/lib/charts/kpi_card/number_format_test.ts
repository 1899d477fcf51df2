import assert from "node:assert/strict";
import { kpiFormat } from "@/lib/charts/kpi_card/number_format.ts";

Deno.test("kpiFormat() knows its names and decimal patterns", () => {
  const cases: [string | undefined, unknown, string][] = [
    [undefined, "1234567", "1,234,567"],
    [undefined, "1234.5678", "1,234.57"],
    [undefined, 0.00012345, "0.0001235"],
    ["integer", "1234.5", "1,235"],
    ["compact", "1234567", "1.23M"],
    ["percent", "0.1234", "12.34%"],
    ["0,0.00", "1234.5", "1,234.50"],
    [",.3f", 1.5, "1.500"],
    ["0.0%", 0.256, "25.6%"],
    [",.2f", "-1234.5", "-1,234.50"],
    ["$,.2f", "-1234.5", "-$1,234.50"],
    ["+,d", "1234.5", "+1,235"],
    ["+,d", "0", "0"],
    [".3s", "1234567", "1.23M"],
    [".1%", "0.256", "25.6%"],
    ["<script>", "7", "7"],
    ["constructor", "7", "7"],
    ["$,.0f", "-604689.7", "-$604,690"],
    [".0%", "0.126", "13%"],
    ["0.0%", "0.1264", "12.6%"],
  ];
  for (const [format, value, text] of cases) assert.equal(kpiFormat(format)(value), text);
});
