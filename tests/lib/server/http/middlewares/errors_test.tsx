import assert from "node:assert/strict";
import { App, HttpError } from "fresh";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { type ErrorPage, renderErrors } from "@/lib/server/http/middlewares/errors.ts";
import type { State } from "@/utils.ts";

const drawn: ErrorPage = ({ status, detail, requestId }) => ({
  title: `Error ${status}`,
  content: <p>{status}|{detail}|{requestId}</p>,
});

interface Told {
  readonly level: string;
  readonly fields: Record<string, unknown>;
}

/** An app whose only handler throws, or returns a response that it is given, as a request to `path` sees it. */
async function thrown(
  error: unknown,
  { path = "/page", page = drawn, request }: { path?: string; page?: ErrorPage; request?: RequestInit } = {},
): Promise<{ response: Response; text: string; told: Told[] }> {
  const told: Told[] = [];
  const tell = (level: string) => (_message: string, fields: Record<string, unknown>) =>
    void told.push({ level, fields });
  const app = new App<State>()
    .appWrapper(({ Component, state }) => (
      <html>
        <head>
          <title>{state.title}</title>
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .use((ctx) => {
      Object.assign(ctx.state, { requestId: "r-1", log: { error: tell("error"), warn: tell("warn") } });
      return ctx.next();
    })
    .use(renderErrors(page, () => Promise.resolve("GET, OPTIONS")))
    .get(path, () => {
      if (error instanceof Response) return error;
      throw error;
    });
  const response = await app.handler()(new Request(`http://localhost${path}`, request));
  return { response, text: await response.text(), told };
}

Deno.test("an error is a page with its status, its words and the request's id, in the app's frame", async () => {
  const { response, text } = await thrown(new FlowForgeError("source_deleted", "Cannot show it: deleted."));
  assert.equal(response.status, 410);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(text, /<title>Error 410<\/title>.*<p>410\|Cannot show it: deleted\.\|r-1<\/p>/s);
});

Deno.test("under /api the same error is a problem document", async () => {
  const error = new FlowForgeError("forbidden", "Cannot do this.");
  for (const path of ["/api", "/api/v1/thing"]) {
    const { response, text } = await thrown(error, { path });
    assert.equal(response.status, 403);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal(JSON.parse(text).code, "forbidden");
  }
  assert.match((await thrown(error, { path: "/apiary" })).text, /^<!DOCTYPE html>/);
});

Deno.test("what is not ours keeps its words to the log", async () => {
  const { response, text, told } = await thrown(new TypeError("secret /srv/path"));
  assert.equal(response.status, 500);
  assert.match(text, /<p>500\|\|r-1<\/p>/);
  assert.deepEqual(told.map(({ level }) => level), ["error"]);
  assert.match(String(told[0]!.fields.cause), /secret/);
});

Deno.test("the framework's own 404 and 405 are ours; other statuses of it are unexpected", async () => {
  for (const [status, expected] of [[404, 404], [405, 405], [418, 500]] as const) {
    assert.equal((await thrown(new HttpError(status))).response.status, expected);
  }
});

Deno.test("the methods of an address stand in Allow, on pages and in the API", async () => {
  const error = new FlowForgeError("method_not_allowed", "Cannot use this.", { allowed: ["GET", "HEAD"] });
  for (const path of ["/page", "/api/thing"]) {
    const { response } = await thrown(error, { path });
    assert.equal(response.status, 405, path);
    assert.equal(response.headers.get("allow"), "GET, HEAD", path);
  }
});

Deno.test("when the error page fails too, plain text names the request", async () => {
  const page: ErrorPage = () => {
    throw new Error("the page is broken");
  };
  const { response, text, told } = await thrown(new FlowForgeError("not_found", "Cannot find it."), { page });
  assert.equal(response.status, 404);
  assert.match(response.headers.get("content-type") ?? "", /^text\/plain/);
  assert.equal(text, "Something went wrong. Request r-1.");
  assert.match(String(told.at(-1)!.fields.error), /the page is broken/);
});

Deno.test("a request that its client gave up gets no page", async () => {
  const signal = AbortSignal.abort();
  const { response, text, told } = await thrown(signal.reason, { request: { signal } });
  assert.equal(response.status, 499);
  assert.equal(text, "");
  assert.deepEqual(told, []);
});

Deno.test("a refused method comes with what the address takes, whoever refused it", async () => {
  const byFresh = await thrown(new HttpError(405), { path: "/api/v1/thing" });
  assert.equal(byFresh.response.headers.get("allow"), "GET, OPTIONS");
  const headers = { allow: "GET, HEAD" };
  const file = await thrown(new Response("Method Not Allowed", { status: 405, headers }));
  assert.equal(file.response.status, 405);
  assert.equal(file.response.headers.get("allow"), "GET, HEAD");
  assert.match(file.text, /this address takes GET, HEAD/);
  const silent = await thrown(new Response("No", { status: 405 }));
  assert.equal(silent.response.headers.get("allow"), null);
});
