/** What an embedding site writes: its server's call for a ticket, its page's frame, and how that page renews it. */

/** As a site's page refers to its own server's address that makes a ticket; the site may call it as it likes. */
const TICKET_ADDRESS = "/flowforge-ticket";

export function exchangeSnippet(origin: string, widgetId: string): string {
  return `curl -X POST -H "X-API-Key: $FLOWFORGE_KEY" ${origin}/api/v1/embed/${widgetId}/ticket`;
}

export function frameSnippet(origin: string, widgetId: string, title: string): string {
  return `<iframe src="${origin}/embed/${widgetId}?ticket=TICKET" title="${
    title.replaceAll('"', "")
  }"></iframe>`;
}

/** Answers a frame of this page, and no other window, with a ticket that the site's own server made. */
export function renewSnippet(origin: string): string {
  return `<script>
addEventListener("message", async ({ data, origin, source }) => {
  const frames = [...document.querySelectorAll("iframe")];
  const isOurs = frames.some(({ contentWindow }) => contentWindow === source);
  if (origin !== "${origin}" || !isOurs || data?.type !== "flowforge:ticket-wanted") return;
  const answer = await fetch("${TICKET_ADDRESS}?widget=" + encodeURIComponent(data.widget_id));
  if (!answer.ok) return;
  const { ticket } = await answer.json();
  source.postMessage({ type: "flowforge:ticket", ticket }, origin);
});
</script>`;
}
