/**
 * Data that tells a right merge from a wrong one, for every place where an operation needs a SELECT of its own. Each
 * witness is run with the rule and without it: with the rule the rows are those of the unmerged statement; with the
 * operation let in, they are others or the engine refuses.
 */
import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import { type Feature, FUSION, type Operation } from "@/compiler/plan/fusion.ts";
import { type Engine, openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import { catalog, everything, fillMarket } from "./support/graphs.ts";
import { type Witness, WITNESSES } from "./support/witnesses.ts";

type Loose = Record<Feature, Partial<Record<Operation, (...args: never[]) => undefined>>>;

/** What the statement says when these rules are lifted: operations that may always join. */
function lifted<T>(cells: readonly (readonly [Feature, Operation])[], run: () => T): T {
  const loose = FUSION as Loose;
  const before = cells.map(([up, down]) => loose[up][down]);
  for (const [up, down] of cells) loose[up][down] = () => undefined;
  try {
    return run();
  } finally {
    cells.forEach(([up, down], at) => {
      const rule = before[at];
      if (rule === undefined) delete loose[up][down];
      else loose[up][down] = rule;
    });
  }
}

async function check(engine: Engine, witness: Witness): Promise<void> {
  const statement = (merge: boolean) =>
    compile(witness.graph, witness.graph.nodes.at(-1)?.id ?? "", {
      catalog,
      dialect: engine.dialect,
      entitlements: everything,
      merge,
    });
  const rowsOf = async (compiled: ReturnType<typeof statement>): Promise<Rows> => {
    assert.ok(compiled.ok, JSON.stringify(compiled));
    return sorted(await engine.run(compiled));
  };
  const right = await rowsOf(statement(false));
  assert.deepEqual(await rowsOf(statement(true)), right);
  let wrong: Rows | "refused" = "refused";
  try {
    const merged = lifted([[witness.up, witness.down], ...witness.along ?? []], () => statement(true));
    wrong = await rowsOf(merged);
  } catch {
    // An engine that refuses the wrong merge tells it apart as well.
  }
  assert.notDeepEqual(wrong, right, "the witness does not tell the wrong merge from the right one");
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `a level of its own where rows depend on it: ${
      open === openClickHouse ? "ClickHouse" : "PostgreSQL"
    }`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await fillMarket(engine);
        for (const witness of WITNESSES) {
          if (witness.only !== undefined && witness.only !== engine.dialect) continue;
          await test.step(`${witness.up} → ${witness.down}: ${witness.what}`, () => check(engine, witness));
        }
      } finally {
        await engine.close();
      }
    },
  });
}

const OPERATIONS = [
  "filter",
  "project",
  "window",
  "aggregate",
  "sort",
  "limit",
  "join",
  "expand",
  "union",
] as const;

Deno.test("every place where an operation may not join has a witness", () => {
  const always = FUSION.filtered.filter;
  for (const [up, rules] of Object.entries(FUSION)) {
    for (const down of OPERATIONS) {
      if (rules[down] === always) continue;
      assert.ok(
        WITNESSES.some((witness) => witness.up === up && witness.down === down),
        `no witness for ${up} → ${down}`,
      );
    }
  }
});
