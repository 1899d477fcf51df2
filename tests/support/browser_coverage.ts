/**
 * Notes which parts of the scripts a browser ran, when the test task asks for it by BROWSER_COVERAGE_DIR. The task
 * (tasks/coverage/browser.ts) finds the lines: what is written here are scripts, their maps, and spans that ran.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession } from "playwright-core";

export interface BrowserRun {
  /** File of the script beside this one, and what ran of it: from each start to before its end. */
  readonly scripts: readonly {
    readonly script: string;
    readonly ran: readonly (readonly [start: number, end: number])[];
  }[];
}

interface Counter {
  /** Takes in what ran since the last time. */
  note(): Promise<void>;
  /** Notes a last time and writes. */
  finish(): Promise<void>;
}

const FOLDER = Deno.env.get("BROWSER_COVERAGE_DIR");
/** V8 forgets what a document ran once it is left, so what ran is noted this often. */
const NOTE_EVERY_MS = 200;
/** While a page waits for another document its counts cannot be read. */
const NOTE_LIMIT_MS = 2_000;

/** The same browser; what its pages run is written when they, their context or the browser are closed. */
export function measured(browser: Browser): Browser {
  if (FOLDER === undefined) return browser;
  const contexts = new Set<BrowserContext>();
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (hasScripts(options)) contexts.add(measuredContext(context));
    return context;
  };
  before(browser, "close", async () => {
    for (const context of contexts) await context.close();
  });
  return browser;
}

const hasScripts = (options?: BrowserContextOptions) => options?.javaScriptEnabled !== false;

function measuredContext(context: BrowserContext): BrowserContext {
  const counters = new Set<Counter>();
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const counter = await startCounting(await context.newCDPSession(page));
    counters.add(counter);
    for (const leave of ["goto", "reload"] as const) before(page, leave, counter.note);
    before(page, "close", async () => {
      if (counters.delete(counter)) await counter.finish();
    });
    return page;
  };
  before(context, "close", async () => {
    for (const counter of counters) await counter.finish();
    counters.clear();
  });
  return context;
}

/** Lets `work` go before each call of a method. */
function before<Name extends string>(
  target: Record<Name, (...args: never[]) => unknown>,
  name: Name,
  work: () => Promise<void>,
): void {
  const method = target[name].bind(target);
  target[name] = async (...args: never[]) => {
    await work();
    return await method(...args);
  };
}

async function startCounting(session: CDPSession): Promise<Counter> {
  const sources = new Map<string, Promise<string | null>>();
  /** One byte for each character of a script: 1 if it ran. */
  const ran = new Map<string, Uint8Array>();
  session.on("Debugger.scriptParsed", ({ scriptId, url }) => {
    if (url === "") return;
    const source = session.send("Debugger.getScriptSource", { scriptId });
    sources.set(scriptId, source.then(({ scriptSource }) => scriptSource, () => null));
  });
  await session.send("Profiler.enable");
  await session.send("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  await session.send("Debugger.enable");
  await session.send("Debugger.setSkipAllPauses", { skip: true });

  const take = async () => {
    const { result } = await session.send("Profiler.takePreciseCoverage");
    for (const { scriptId, functions } of result) {
      const source = await sources.get(scriptId);
      if (!source) continue;
      const known = ran.get(source) ?? ran.set(source, new Uint8Array(source.length)).get(source)!;
      const now = new Uint8Array(source.length);
      // Outer functions come before inner ones, and a function's range before those of its blocks.
      for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
        now.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      }
      now.forEach((each, at) => known[at]! |= each);
    }
  };
  // One after the other, since taking resets the counts; a page that is gone has nothing more to say.
  let taken: Promise<void> = Promise.resolve();
  const note = () => Promise.race([taken = taken.then(take).catch(() => {}), delay(NOTE_LIMIT_MS)]);
  const noting = setInterval(note, NOTE_EVERY_MS);
  return {
    note,
    async finish() {
      clearInterval(noting);
      await note();
      await write(ran);
    },
  };
}

async function write(ran: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const run: BrowserRun = {
    scripts: await Promise.all(
      [...ran].map(async ([source, bytes]) => ({ script: await keep(source), ran: spansOf(bytes) })),
    ),
  };
  await Deno.writeTextFile(`${FOLDER}/${crypto.randomUUID()}.json`, JSON.stringify(run));
}

function spansOf(bytes: Uint8Array): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let start = bytes.indexOf(1); start >= 0;) {
    const end = bytes.indexOf(0, start);
    spans.push([start, end < 0 ? bytes.length : end]);
    start = end < 0 ? -1 : bytes.indexOf(1, end);
  }
  return spans;
}

/** Keeps the map of a script that a test bundles itself; a build of the whole app is mapped by the task. */
export async function keepSourceMap(script: string, map: string): Promise<void> {
  if (FOLDER === undefined) return;
  await Deno.writeTextFile(`${FOLDER}/${await keep(script)}.map`, map);
}

/** The file's name is the digest of its text, so that a script which many pages load is kept once. */
async function keep(script: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  const name = `${new Uint8Array(digest).toHex().slice(0, 32)}.js`;
  await Deno.writeTextFile(`${FOLDER}/${name}`, script);
  return name;
}
