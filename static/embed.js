// A frame shows its widget for as long as it is admitted: until its ticket ends, or its key is revoked. Before that it
// asks the page around it for another ticket, which only the key behind that page can make; without one it shows
// nothing any more. docs/embedding.md has the page's side.

const LEAD_MS = 60_000;
const ASK_AGAIN_MS = 15_000;
/** Together with the second for which the server remembers a key, every frame knows of a revoked one within 5 s. */
const CHECK_EVERY_MS = { least: 2_500, most: 3_500 };
const LONGEST_TICKET = 2_000;

const frame = document.querySelector("[data-ticket]");

if (frame instanceof HTMLElement) hold(frame);

/** @param {HTMLElement} frame */
function hold(frame) {
  const origins = (frame.dataset.origins ?? "").split(" ").filter((origin) => origin !== "");
  let ticket = frame.dataset.ticket ?? "";
  let endsAt = 0;
  let askAt = 0;
  let hasEnded = false;
  let checkTimer = 0;
  let endTimer = 0;
  lasts(Number(frame.dataset.endsIn));

  /** @param {number} milliseconds */
  function lasts(milliseconds) {
    endsAt = Date.now() + milliseconds;
    askAt = endsAt - Math.min(LEAD_MS, milliseconds / 2);
    clearTimeout(endTimer);
    endTimer = setTimeout(end, milliseconds);
  }

  /**
   * How long a ticket is good; "over" when it is not, null when the server does not say.
   * @param {string} candidate
   * @returns {Promise<number | "over" | null>}
   */
  async function standingOf(candidate) {
    const address = `${frame.dataset.standing}?${new URLSearchParams({ ticket: candidate })}`;
    try {
      const response = await fetch(address, {
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(CHECK_EVERY_MS.most),
      });
      if (response.status === 401 || response.status === 404) return "over";
      return response.ok ? Number((await response.json()).ends_in_ms) : null;
    } catch {
      return null;
    }
  }

  async function check() {
    clearTimeout(checkTimer);
    if (hasEnded) return;
    if (Date.now() >= endsAt) return end();
    if (Date.now() >= askAt) {
      askAt = Date.now() + ASK_AGAIN_MS;
      tell("flowforge:ticket-wanted");
    }
    const asked = ticket;
    const standing = document.hidden ? null : await standingOf(asked);
    if (standing === "over" && asked === ticket) return end();
    schedule();
  }

  /** Not all at the same moment: a wall of frames was opened together. */
  function schedule() {
    const { least, most } = CHECK_EVERY_MS;
    clearTimeout(checkTimer);
    checkTimer = setTimeout(check, least + Math.random() * (most - least));
  }

  /** Nothing of what was shown stays, nor what is still on its way: a part that left the page takes no answer. */
  function end() {
    if (hasEnded) return;
    hasEnded = true;
    clearTimeout(checkTimer);
    clearTimeout(endTimer);
    const ended = document.getElementById("embed-ended");
    frame.replaceChildren(...(ended instanceof HTMLTemplateElement ? [ended.content.cloneNode(true)] : []));
    tell("flowforge:ended");
  }

  /**
   * Holds nothing secret, so it may go to whoever frames this page.
   * @param {string} type
   */
  function tell(type) {
    if (parent !== window) parent.postMessage({ type, widget_id: frame.dataset.widget }, "*");
  }

  /** @param {string} next */
  async function take(next) {
    const standing = await standingOf(next);
    if (typeof standing !== "number") return;
    if (hasEnded) return location.replace(addressUnder(location.href, next));
    if (Date.now() + standing <= endsAt) return;
    ticket = next;
    frame.dataset.ticket = next;
    lasts(standing);
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (source !== parent || parent === window || !origins.includes(origin)) return;
    if (data?.type !== "flowforge:ticket" || typeof data.ticket !== "string") return;
    if (data.ticket.length <= LONGEST_TICKET) void take(data.ticket);
  });

  document.addEventListener("visibilitychange", () => void (document.hidden || check()));

  document.addEventListener("htmx:config:request", (event) => {
    const { request } = event.detail.ctx;
    if (hasEnded) event.preventDefault();
    else request.action = addressUnder(request.action, ticket);
  });

  schedule();
}

/**
 * @param {string} address
 * @param {string} ticket
 */
function addressUnder(address, ticket) {
  const url = new URL(address, location.href);
  url.searchParams.set("ticket", ticket);
  return url.pathname + url.search;
}

document.addEventListener("flowforge:updated", (event) => {
  const time = document.querySelector(".tile-freshness time");
  const { as_of: asOf, clock } = event.detail ?? {};
  if (!(time instanceof HTMLTimeElement) || typeof asOf !== "string" || typeof clock !== "string") return;
  time.dateTime = asOf;
  time.textContent = clock;
});
