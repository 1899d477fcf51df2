/** `deno task bench`: every figure beside what it is compared with, in one run on this machine. */
import { benchBundle } from "./bundle.ts";
import { benchCharts } from "./charts.ts";
import { benchCompile, benchEdit, benchRefusals } from "./compile.ts";
import { benchDashboard } from "./dashboard.ts";
import { benchEngine } from "./engine.ts";
import { printFigures } from "./figures.ts";
import { benchLookUp } from "./look_up.ts";
import { benchNeighbour } from "./neighbour.ts";
import { benchPreview } from "./preview.ts";
import { startServer } from "./server.ts";
import { benchPage, benchWidget } from "./widget.ts";

console.log(
  `${Deno.build.os} ${Deno.build.arch}, ${navigator.hardwareConcurrency} cores, Deno ${Deno.version.deno}`,
);
printFigures("Compiler (pure, warm)", [
  ...benchCompile(),
  ...benchEdit(),
  ...benchRefusals(),
  ...await benchBundle(),
]);
printFigures("Charts drawn to markup (warm)", benchCharts());
printFigures("Embedded ClickHouse", await benchEngine());
printFigures("Look-ups at Redis", await benchLookUp());
const server = await startServer();
try {
  printFigures("Preview", await benchPreview(server));
  printFigures("Cached widget", [...await benchWidget(server), ...await benchPage(server)]);
  printFigures("Noisy neighbour", await benchNeighbour(server));
  printFigures("Dashboard page", await benchDashboard(server));
} finally {
  await server.close();
}
Deno.exit(0);
