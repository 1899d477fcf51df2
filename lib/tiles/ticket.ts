/** An embed's frame holds a ticket that its site replaces now and then; what it fetches goes under the newest. */

export function underTicket(address: string, page: ParentNode = document): string {
  const ticket = page.querySelector("[data-ticket]")?.getAttribute("data-ticket");
  if (!ticket) return address;
  const url = new URL(address, location.href);
  url.searchParams.set("ticket", ticket);
  return url.pathname + url.search;
}
