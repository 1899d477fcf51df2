import { chromium } from "playwright-core";
import { CHROMIUM, findProgram } from "../tasks/system.ts";
import { type Figure, kilobytes, median, ms } from "./figures.ts";
import { ANALYST, api, type BenchServer } from "./server.ts";

const LOADS = 9;
const TARGET_MS = 500;

interface PageLoad {
  readonly html: number;
  readonly scripts: number;
  readonly styles: number;
  readonly paintedMs: number;
  readonly requests: number;
}

/** Runs in the page: notes when no tile waits for its picture any more and the browser has drawn a frame with it. */
function watchTiles(): void {
  const done = () => {
    const tiles = document.querySelectorAll(".tile-body");
    const waiting = document.querySelectorAll(".tile-skeleton").length;
    if (tiles.length > 0 && waiting === 0 && document.readyState !== "loading") {
      requestAnimationFrame(() => setTimeout(() => performance.mark("tiles-painted")));
    } else requestAnimationFrame(done);
  };
  requestAnimationFrame(done);
}

async function loadOnce(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  url: string,
): Promise<PageLoad> {
  const context = await browser.newContext({
    extraHTTPHeaders: ANALYST,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const kinds = new Map<string, string>();
  const weight = { Document: 0, Script: 0, Stylesheet: 0 } as Record<string, number>;
  let requests = 0;
  network.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    weight[kind] = (weight[kind] ?? 0) + encodedDataLength;
    requests++;
  });
  await page.addInitScript(watchTiles);
  await page.goto(url, { waitUntil: "networkidle" });
  const handle = await page.waitForFunction(() =>
    performance.getEntriesByName("tiles-painted")[0]?.startTime
  );
  const paintedMs = Number(await handle.jsonValue());
  await context.close();
  return {
    html: weight.Document!,
    scripts: weight.Script!,
    styles: weight.Stylesheet!,
    paintedMs,
    requests,
  };
}

/** The four-widget sample dashboard with an empty browser cache, in Chromium on this machine. */
export async function benchDashboard(server: BenchServer): Promise<Figure[]> {
  const executablePath = await findProgram(CHROMIUM);
  if (executablePath === null) throw new Error("Cannot measure the dashboard: Chromium is not installed.");
  const { items } = await api<{ items: { id: string; name: string }[] }>(server, "/api/v1/dashboards");
  const dashboard = items.find(({ name }) => name === "Trading Desk");
  if (dashboard === undefined) throw new Error("Cannot measure: there is no sample dashboard.");
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const loads: PageLoad[] = [];
  for (let index = 0; index <= LOADS; index++) {
    const load = await loadOnce(browser, `${server.url}/dashboards/${dashboard.id}`);
    if (index > 0) loads.push(load);
  }
  await browser.close();
  const of = (part: (load: PageLoad) => number) => median(loads.map(part));
  return [{
    what: "page weight: JavaScript over the wire",
    measured: kilobytes(of(({ scripts }) => scripts)),
    beside: `HTML ${kilobytes(of(({ html }) => html))}, CSS ${kilobytes(of(({ styles }) => styles))}, ${
      of(({ requests }) => requests)
    } requests`,
  }, {
    what: `last of four widgets painted, median of ${LOADS} cold loads`,
    measured: ms(of(({ paintedMs }) => paintedMs)),
    beside: `slowest ${ms(Math.max(...loads.map(({ paintedMs }) => paintedMs)))}`,
    target: `< ${TARGET_MS} ms`,
    met: of(({ paintedMs }) => paintedMs) < TARGET_MS,
  }];
}
