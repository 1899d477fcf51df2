import assert from "node:assert/strict";
import { ApiError, request } from "@/lib/canvas/request.ts";
import { respondWith } from "@/tests/lib/canvas/state/support.ts";

const failsWith = (expected: Partial<ApiError>) => (error: unknown) => {
  assert.ok(error instanceof ApiError, String(error));
  for (const [key, value] of Object.entries(expected)) assert.equal(error[key as keyof ApiError], value);
  return true;
};

Deno.test("request() gives problem+json as an ApiError in the server's words", async () => {
  const problems = [{ code: "unknown_column", message: "Cannot find column.", nodeId: "f" }];
  using _server = respondWith(() =>
    Response.json({ code: "invalid_graph", detail: "Cannot compile.", problems }, { status: 422 })
  );
  await assert.rejects(request("POST", "/preview", {}), (error) => {
    failsWith({ status: 422, code: "invalid_graph", detail: "Cannot compile." })(error);
    assert.deepEqual((error as ApiError).problems, problems);
    return true;
  });
});

Deno.test("request() never takes a broken response for a good one", async () => {
  using server = respondWith(() =>
    new Response("<html>proxy", { status: server.sent.length === 1 ? 200 : 502 })
  );
  await assert.rejects(request("GET", "/workflows"), failsWith({ status: 200, code: "unknown" }));
  await assert.rejects(request("GET", "/workflows"), failsWith({ status: 502, code: "unknown" }));
});

Deno.test("request() returns nothing for an empty success", async () => {
  using _server = respondWith(() => new Response(null, { status: 204 }));
  assert.equal(await request("DELETE", "/workflows/1"), undefined);
});

Deno.test("request() fails when it is cancelled while the response is read", async () => {
  const controller = new AbortController();
  using _server = respondWith(({ signal }) =>
    new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('{"rows":'));
          signal?.addEventListener("abort", () => stream.error(signal.reason));
        },
      }),
    )
  );
  const pending = request("POST", "/preview", {}, controller.signal);
  setTimeout(() => controller.abort(), 1);
  await assert.rejects(pending, { name: "AbortError" });
});
