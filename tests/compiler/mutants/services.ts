/** What the services remember between two readers of a widget, and that a request reads its graph once. */
import type { Mutant } from "./mutant.ts";
import { TESTS } from "./tests.ts";

const changeIn =
  (file: string) => (name: string, find: string, replace: string, family: string, why: string): Mutant => ({
    name: `recent reads: ${name}`,
    file,
    find,
    replace,
    caughtBy: TESTS.recentReads,
    family,
    why,
  });
const change = changeIn("lib/server/metadata/recent_reads.ts");
const changeMemory = changeIn("lib/server/remembered.ts");

const SHARED = "tenants, kinds and ids never share what is remembered";
const WRITE = "is seen by the very next read";
const MANY = "however many tenants write, none is shown what it read before its own write";
const UNDER_WAY = "what is read while a write is under way is not kept past it";

export const services: readonly Mutant[] = [
  change("one tenant's are another's", "tenantId, kind, id]", "kind, id]", SHARED, "ids look unique"),
  change("a widget is a workflow", "tenantId, kind, id]", "tenantId, id]", SHARED, "ids look unique"),
  change(
    "a key of joined texts",
    "JSON.stringify([tenantId, kind, id])",
    '[tenantId, kind, id].join("")',
    SHARED,
    "separators are forgotten",
  ),
  change(
    "not forgotten at a write",
    "epochs.set(tenantId, ++latest)",
    "epochs.set(tenantId, latest)",
    WRITE,
    "the epoch does not rise",
  ),
  change(
    "one epoch for all of a tenant's writes",
    "epochs.set(tenantId, ++latest)",
    "epochs.set(tenantId, 1)",
    UNDER_WAY,
    "before and after a write look the same",
  ),
  change(
    "epochs without a bound",
    "epochs.size >= MOST",
    "false",
    MANY,
    "every tenant that ever wrote is kept",
  ),
  change(
    "back to the first epoch",
    "common = ++latest",
    "common = 0",
    MANY,
    "a forgotten tenant is shown what it read before its write",
  ),
  change(
    "forgotten before the write alone",
    "} finally {\n            forget(tenantId);",
    "} finally {",
    UNDER_WAY,
    "what was read meanwhile stays",
  ),
  change(
    "a write of widgets alone counts",
    "  workflows: true",
    "  workflows: false",
    WRITE,
    "a workflow is what a widget shows",
  ),
  change(
    "a deleted dashboard keeps its widgets",
    "  dashboards: true",
    "  dashboards: false",
    WRITE,
    "its widgets go with it",
  ),
  changeMemory(
    "remembered for ever",
    "ttl: ttlMs - 1",
    "ttl: 0",
    "a later one does",
    "another replica's write is never seen",
  ),
  change(
    "an absence is remembered",
    "(record) => record !== null",
    "() => true",
    "an absent record is asked for again",
    "null is an answer, too",
  ),
  changeMemory(
    "a failure is remembered",
    "forget(), forget);",
    "forget(), () => {});",
    "a failure is not remembered",
    "every viewer of the next second fails as well",
  ),
  change(
    "a write of one tenant is everybody's",
    "`${epochOf(tenantId)} ${name}`",
    "`${[...epochs.values()].reduce((sum, epoch) => sum + epoch, 0)} ${name}`",
    "a write of another tenant forgets nothing",
    "one epoch for all",
  ),
  change(
    "the end of a transaction is not noticed",
    "noticing(tenantId, repositories).transaction(",
    "repositories.transaction(",
    "what a transaction wrote is seen the moment it ends",
    "its writes are noticed one by one, before they can be seen",
  ),
  {
    name: "preview: the graph is read for its columns, and again for its problems",
    file: "lib/server/query/preview.ts",
    find: "propagate(read, catalog)",
    replace: "propagate(graph, catalog)",
    caughtBy: TESTS.preview,
    family: "preview.validate reads the graph once",
    why: "both are at hand",
  },
];
