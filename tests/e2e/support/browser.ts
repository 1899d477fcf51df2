import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM, findProgram } from "../../../tasks/system.ts";
import { measured } from "../../support/browser_coverage.ts";

/** Chromium without any call home. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findProgram(CHROMIUM);
  if (executablePath === null) throw new Error("Cannot open a browser: install Chromium.");
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
  return measured(browser);
}

/** Collects what a page complains of: script errors, console errors, refused content. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}
