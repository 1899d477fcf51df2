// Dashboards' own small script: passes the refresh control on to hydrated charts, shows when their data was read,
// and marks a tile whose data is much older than its refresh interval. Tables and numbers are htmx's business.

const STALE_AFTER_INTERVALS = 3;
const STALE_GRACE_SECONDS = 10;

document.addEventListener("click", (event) => {
  const control = event.target instanceof Element ? event.target.closest("[data-refresh-chart]") : null;
  const body = control?.closest(".tile")?.querySelector(".tile-body");
  if (!body || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  body.querySelector(".chart-island")?.dispatchEvent(new CustomEvent("flowforge:refresh"));
});

// A download leaves the page where it is, so its menu has to be closed.
document.addEventListener("click", (event) => {
  const item = event.target instanceof Element ? event.target.closest(".ui-menu[popover] a") : null;
  const menu = item?.closest(".ui-menu[popover]");
  if (menu instanceof HTMLElement && menu.matches(":popover-open")) menu.hidePopover();
});

document.addEventListener("flowforge:updated", (event) => {
  const label = event.target instanceof Element
    ? event.target.closest(".tile")?.querySelector(".tile-freshness")
    : null;
  const { as_of: asOf, clock } = event.detail ?? {};
  if (!(label instanceof HTMLElement) || typeof asOf !== "string" || typeof clock !== "string") return;
  label.dataset.asOf = asOf;
  const time = document.createElement("time");
  time.dateTime = asOf;
  time.textContent = clock;
  label.replaceChildren("as of ", time);
  markStale(label);
});

/** @param {HTMLElement} label */
function markStale(label) {
  const interval = Number(label.dataset.refresh ?? 0);
  const asOf = Date.parse(label.dataset.asOf ?? "");
  const allowed = interval * STALE_AFTER_INTERVALS + STALE_GRACE_SECONDS;
  const stale = interval > 0 && Date.now() - asOf > allowed * 1000;
  label.classList.toggle("stale", stale);
  label.title = stale ? "Older than its refresh interval: the last updates did not arrive." : "";
}

setInterval(() => {
  for (const label of document.querySelectorAll(".tile-freshness")) {
    if (label instanceof HTMLElement) markStale(label);
  }
}, 2000);
