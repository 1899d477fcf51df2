/** Another organisation's site: its server holds the key and trades it for a ticket, its page frames the widget. */
interface Portal {
  readonly origin: string;
  stop(): Promise<void>;
}

export function startPortal(flowforge: string, widgetId: string, key: () => string): Portal {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async () => {
    const exchange = await fetch(`${flowforge}/api/v1/embed/${widgetId}/ticket`, {
      method: "POST",
      headers: { "X-API-Key": key() },
    });
    const { ticket } = await exchange.json();
    const frame = `${flowforge}/embed/${widgetId}?ticket=${encodeURIComponent(ticket)}`;
    return new Response(
      `<!doctype html><title>Client portal</title><h1>Client portal</h1>
       <iframe src="${frame}" title="Embedded widget" width="900" height="420"></iframe>`,
      { headers: { "content-type": "text/html; charset=utf-8" } },
    );
  });
  return {
    // Another host name than the app's, so that it is another site and not only another origin.
    origin: `http://localhost:${server.addr.port}`,
    stop: () => server.shutdown(),
  };
}
