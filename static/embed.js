// A chart in a frame outlives its ticket, so the page moves on to the next one well before the first runs out.
// `replace` leaves no trace in the history of the site around the frame.

const RENEW_AFTER_MS = 200_000;

const next = document.querySelector("[data-renew]")?.getAttribute("data-renew");

if (next) setTimeout(() => location.replace(next), RENEW_AFTER_MS);

document.addEventListener("flowforge:updated", (event) => {
  const time = document.querySelector(".tile-freshness time");
  const { as_of: asOf, clock } = event.detail ?? {};
  if (!(time instanceof HTMLTimeElement) || typeof asOf !== "string" || typeof clock !== "string") return;
  time.dateTime = asOf;
  time.textContent = clock;
});
