import assert from "node:assert/strict";
import { page } from "fresh";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { define } from "@/utils.ts";

type Handlers = Record<string, (ctx: unknown) => unknown>;

const refusalOf = (handlers: object, method: string): FlowForgeError => {
  try {
    (handlers as Handlers)[method]!({ req: new Request("http://localhost", { method }) });
  } catch (error) {
    if (error instanceof FlowForgeError) return error;
  }
  throw new Error(`Cannot find a refusal of ${method}.`);
};

Deno.test("a method without a handler is refused with the methods there are", () => {
  const handlers = define.handlers({ GET: () => page(1), POST: () => page(2) });
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const { code, options, detail } = refusalOf(handlers, method);
    assert.equal(code, "method_not_allowed");
    assert.deepEqual(options.allowed, ["GET", "HEAD", "OPTIONS", "POST"]);
    assert.equal(detail, `Cannot use ${method} here: this address takes GET, HEAD, OPTIONS, POST.`);
  }
  assert.ok(!("HEAD" in handlers), "Fresh runs GET for it");
});

Deno.test("a route that nothing can be read from refuses GET and HEAD", () => {
  const handlers = define.handlers({ POST: () => page(1) });
  for (const method of ["GET", "HEAD"]) {
    assert.deepEqual(refusalOf(handlers, method).options.allowed, ["OPTIONS", "POST"]);
  }
});

Deno.test("OPTIONS lists the methods, unless the route answers it itself", () => {
  const listed = (define.handlers({ PUT: () => page(1) }) as Handlers).OPTIONS!(null) as Response;
  assert.equal(listed.status, 204);
  assert.equal(listed.headers.get("allow"), "OPTIONS, PUT");
  const own = () => new Response("own");
  assert.equal(define.handlers({ OPTIONS: own }).OPTIONS, own);
});
