/**
 * Notes which parts of the scripts a browser ran, when the test task asks for it by BROWSER_COVERAGE_DIR. The task
 * (tasks/coverage/browser.ts) finds the lines: what is written here are scripts, their maps and ranges within them.
 */
import type { Browser, BrowserContext, Page } from "playwright-core";

export interface BrowserRun {
  /** File of the script beside this one, and the ranges of it that V8 counted. */
  readonly scripts: readonly {
    readonly script: string;
    readonly ranges: readonly { startOffset: number; endOffset: number; count: number }[];
  }[];
}

const FOLDER = Deno.env.get("BROWSER_COVERAGE_DIR");

/** The same browser, which notes what its pages ran before a page, a context or itself is closed. */
export function measured(browser: Browser): Browser {
  if (FOLDER === undefined) return browser;
  const pages = new Set<Page>();
  const note = async (chosen: Iterable<Page>) => {
    await Promise.all([...chosen].filter((page) => pages.delete(page)).map(write));
  };

  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => measuredContext(await newContext(options), pages, note);
  const close = browser.close.bind(browser);
  browser.close = async (options) => {
    await note(pages);
    await close(options);
  };
  return browser;
}

function measuredContext(
  context: BrowserContext,
  pages: Set<Page>,
  note: (pages: Iterable<Page>) => Promise<void>,
): BrowserContext {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    await page.coverage.startJSCoverage({ resetOnNavigation: false });
    pages.add(page);
    const close = page.close.bind(page);
    page.close = async (options) => {
      await note([page]);
      await close(options);
    };
    return page;
  };
  const close = context.close.bind(context);
  context.close = async (options) => {
    await note(context.pages());
    await close(options);
  };
  return context;
}

async function write(page: Page): Promise<void> {
  const entries = await page.coverage.stopJSCoverage();
  const scripts = await Promise.all(
    entries.filter(({ source }) => source !== undefined).map(async ({ source, functions }) => ({
      script: await keep(source!, "js"),
      ranges: functions.flatMap(({ ranges }) => ranges),
    })),
  );
  const run: BrowserRun = { scripts };
  await Deno.writeTextFile(`${FOLDER}/${crypto.randomUUID()}.json`, JSON.stringify(run));
}

/** Keeps the map of a script that a test bundles itself; a build of the whole app is mapped by the task. */
export async function keepSourceMap(script: string, map: string): Promise<void> {
  if (FOLDER === undefined) return;
  const name = await keep(script, "js");
  await Deno.writeTextFile(`${FOLDER}/${name}.map`, map);
}

/** The file's name is the digest of its text, so that a script which many pages load is kept once. */
async function keep(text: string, extension: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const name = `${new Uint8Array(digest).toHex().slice(0, 32)}.${extension}`;
  await Deno.writeTextFile(`${FOLDER}/${name}`, text);
  return name;
}
