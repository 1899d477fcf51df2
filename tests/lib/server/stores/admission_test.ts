import assert from "node:assert/strict";
import fc from "fast-check";
import { Admission, type Place } from "@/lib/server/stores/admission.ts";
import type { QueryProfile } from "@/lib/server/stores/profiles.ts";

function open(limits: Partial<Record<"places" | "perTenant" | "perUser", number>> = {}) {
  let now = 0;
  const full = { places: 4, perTenant: 3, perUser: 2, ...limits };
  const onFull = () => Object.assign(new Error("busy"), { code: "busy" });
  const admission = new Admission({ ...full, onFull, now: () => now });
  const entered: string[] = [];
  const places = new Map<string, Place>();
  /** Asks under a name, which is noted when the place is given. */
  const ask = (name: string, tenantId: string, profile: QueryProfile = "widget", userId?: string) =>
    admission.take({ tenantId, userId }, profile).then((place) => {
      entered.push(name);
      places.set(name, place);
    });
  const give = async (name: string) => {
    places.get(name)!.give();
    places.delete(name);
    await settled();
  };
  return { admission, entered, places, ask, give, wait: (ms: number) => now += ms };
}

/** Everything that could go on has gone on. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

Deno.test("a tenant cannot take the last place, and another one finds it", async () => {
  const { entered, ask, give } = open();
  for (const name of ["a1", "a2", "a3", "a4", "a5"]) ask(name, "a");
  await settled();
  assert.deepEqual(entered, ["a1", "a2", "a3"]);
  await ask("b1", "b");
  ask("b2", "b");
  await give("b1");
  assert.deepEqual(entered, ["a1", "a2", "a3", "b1", "b2"]);
  await give("b2");
  assert.deepEqual(entered.length, 5);
  await give("a1");
  assert.deepEqual(entered.at(-1), "a4");
});

Deno.test("a user cannot take all that a tenant may have", async () => {
  const { entered, ask } = open();
  for (const name of ["u1", "u2", "u3"]) ask(name, "a", "widget", "ursula");
  await ask("v1", "a", "widget", "victor");
  assert.deepEqual(entered, ["u1", "u2", "v1"]);
  await ask("w1", "b", "widget", "ursula");
  assert.deepEqual(entered.at(-1), "w1");
});

Deno.test("whoever waits and draws goes before what refreshes itself", async () => {
  const { entered, ask, give } = open({ places: 1, perTenant: 1, perUser: 1 });
  await ask("first", "a");
  ask("refresh 1", "a");
  ask("refresh 2", "b");
  ask("drawn 1", "a", "preview");
  ask("drawn 2", "b", "preview");
  for (const name of ["first", "drawn 1", "drawn 2"]) await give(name);
  assert.deepEqual(entered.slice(0, 4), ["first", "drawn 1", "drawn 2", entered[3]]);
  assert.match(entered[3]!, /^refresh/);
});

Deno.test("of two tenants the one that used less of late goes first, until that is long ago", async () => {
  const { entered, ask, give, wait } = open({ places: 1, perTenant: 1, perUser: 1 });
  await ask("a1", "a");
  wait(5_000);
  ask("a2", "a");
  ask("b1", "b");
  await give("a1");
  assert.equal(entered.at(-1), "b1");
  ask("b2", "b");
  wait(1_000);
  await give("b1");
  assert.equal(entered.at(-1), "b2");
  wait(200_000);
  ask("a3", "a");
  await give("b2");
  assert.equal(entered.at(-1), "a2");
});

Deno.test("previews of one tenant without end do not hold up another's dashboard", async () => {
  const { entered, ask, give } = open();
  for (let index = 0; index < 50; index++) ask(`a${index}`, "a", "preview");
  ask("b1", "b");
  ask("b2", "b");
  await settled();
  assert.deepEqual(entered, ["a0", "a1", "a2", "b1"]);
  await give("a0");
  assert.equal(entered.at(-1), "b2");
});

Deno.test("a second statement of a tenant shares, and one after much work; the first does not", async () => {
  const { places, ask, give, wait } = open();
  await ask("a1", "a");
  await ask("a2", "a");
  await ask("b1", "b");
  assert.deepEqual(["a1", "a2", "b1"].map((name) => places.get(name)!.shares), [false, true, false]);
  wait(5_000);
  for (const name of ["a1", "a2"]) await give(name);
  await ask("a3", "a");
  assert.equal(places.get("a3")!.shares, true);
  await give("a3");
  wait(60_000);
  await ask("a4", "a");
  assert.equal(places.get("a4")!.shares, false);
});

Deno.test("the line is bounded for each tenant, and leaving it is free", async () => {
  const { admission, ask, entered, give } = open({ places: 2, perTenant: 1, perUser: 1 });
  await ask("a", "a");
  const leave = new AbortController();
  const left = Array.from(
    { length: 200 },
    () => admission.take({ tenantId: "a" }, "widget", leave.signal).catch((error) => error.message),
  );
  await assert.rejects(ask("too many", "a"), { code: "busy" });
  await ask("b", "b");
  leave.abort(new Error("left"));
  assert.deepEqual(new Set(await Promise.all(left)), new Set(["left"]));
  await assert.rejects(admission.take({ tenantId: "a" }, "widget", leave.signal), { message: "left" });
  ask("a again", "a");
  await give("a");
  assert.equal(entered.at(-1), "a again");
});

Deno.test("no order of coming and going breaks a limit or leaves a place empty", () => {
  const step = fc.record({
    tenant: fc.constantFrom("a", "b", "c"),
    user: fc.constantFrom(undefined, "u", "v"),
    profile: fc.constantFrom<QueryProfile>("preview", "widget"),
    gives: fc.boolean(),
  });
  return fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { ask, give, places, entered } = open();
      let count = 0;
      for (const { tenant, user, profile, gives } of steps) {
        const [name] = places.keys();
        if (gives && name !== undefined) await give(name);
        else ask(`${tenant} ${user} ${count++}`, tenant, profile, user);
        await Promise.resolve();
        const running = [...places.keys()].map((key) => key.split(" "));
        assert.ok(running.length <= 4);
        for (const known of ["a", "b", "c"]) {
          assert.ok(running.filter(([tenant]) => tenant === known).length <= 3);
          for (const who of ["u", "v"]) {
            assert.ok(running.filter(([tenant, user]) => tenant === known && user === who).length <= 2);
          }
        }
      }
      while (places.size > 0) await give(places.keys().next().value!);
      assert.equal(entered.length, count);
    }),
    { numRuns: 100 },
  );
});
