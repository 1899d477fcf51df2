import assert from "node:assert/strict";
import { TraceMap } from "@jridgewell/trace-mapping";
import { stop, transform } from "esbuild";
import type { Gate } from "@/tasks/coverage/gates.ts";
import { type Coverage, readLcov, together, toLcov } from "@/tasks/coverage/lines.ts";
import { unloadedText, zoneReports } from "@/tasks/coverage/report.ts";
import { unrunLines } from "@/tasks/coverage/source_lines.ts";
import { linesOfSources } from "@/tasks/coverage/source_map.ts";

const coverageOf = (files: Readonly<Record<string, readonly number[]>>): Coverage =>
  new Map(
    Object.entries(files).map(([path, hits]) => [path, new Map(hits.map((count, at) => [at + 1, count]))]),
  );

Deno.test("readLcov() keeps the files below the root, and toLcov() writes them again", () => {
  const coverage = readLcov(
    [
      "SF:/house/compiler/mod.ts",
      "FN:1,compile",
      "DA:1,3",
      "DA:2,0",
      "LH:1",
      "end_of_record",
      "SF:/elsewhere/a.ts",
      "DA:1,1",
      "end_of_record",
    ].join("\n"),
    "/house",
  );
  assert.deepEqual(coverage, coverageOf({ "compiler/mod.ts": [3, 0] }));
  assert.deepEqual(readLcov(toLcov(coverage).replace("SF:", "SF:/house/"), "/house"), coverage);
});

Deno.test("together() adds what ran elsewhere to the lines that count", () => {
  assert.deepEqual(
    together(new Map([[1, 1], [2, 0]]), new Map([[2, 4], [3, 9]])),
    new Map([[1, 1], [2, 4]]),
  );
});

Deno.test("linesOfSources() finds the lines of a minified bundle: those of a function never called did not run", async () => {
  const source = [
    "export function greet(name: string) {",
    "  if (name === '') {",
    "    return 'nobody';",
    "  }",
    "  return name;",
    "}",
    "export function never() {",
    "  return 1;",
    "}",
  ].join("\n");
  const { code, map } = await transform(source, {
    loader: "ts",
    minify: true,
    sourcemap: "external",
    sourcefile: "greet.ts",
  });
  await stop();
  const never = code.indexOf("function never");
  const nobody = code.indexOf('"nobody"');
  const lines = linesOfSources(code, new TraceMap(map), [[0, nobody], [nobody + 8, never]]).get("greet.ts")!;
  assert.equal(lines.get(1), 1);
  assert.equal(lines.get(3), 0);
  assert.equal(lines.get(5), 1);
  assert.equal(lines.get(8), 0);
});

Deno.test("unrunLines() reads a generic function of a .ts file", async () => {
  assert.deepEqual([...await unrunLines("a.ts", "export const same = <T>(value: T) => value;\n")], [[1, 0]]);
  await stop();
});

Deno.test("unrunLines() counts code, and nothing of a file of types alone", async () => {
  assert.deepEqual(
    await unrunLines("a.ts", "import type { A } from './a.ts';\nexport interface B { a: A }\n"),
    new Map(),
  );
  assert.deepEqual(
    await unrunLines("a.tsx", "// A comment.\nexport const a = 1;\n\nexport const b = <p>{a}</p>;\n"),
    new Map([[2, 0], [4, 0]]),
  );
  await stop();
});

const gates: readonly Gate[] = [
  { zone: "compiler", atLeast: 95, paths: /^compiler\// },
  { zone: "browser", atLeast: 50, paths: /^islands\// },
];

Deno.test("zoneReports() names the files to begin with where a zone stays below its gate", () => {
  const coverage = coverageOf({
    "compiler/a.ts": [1, 1, 1],
    "compiler/b.ts": [0, 0, 1],
    "islands/C.tsx": [1, 0],
  });
  const [compiler, browser] = zoneReports({ coverage, unloaded: [] }, gates);
  assert.equal(compiler!.text, "compiler: 66.7 % of 6 lines in 2 files");
  assert.match(
    compiler!.fault!,
    /^Cannot pass the compiler's gate of 95 %: 66.7 % .*\n {2}compiler\/b.ts: 2 of 3/,
  );
  assert.equal(browser!.text, "browser: 50.0 % of 2 lines in 1 files");
  assert.equal(browser!.fault, null);
});

Deno.test("a zone without any file passes no gate: its paths are wrong", () => {
  assert.ok(zoneReports({ coverage: new Map(), unloaded: [] }, gates).every(({ fault }) => fault !== null));
});

Deno.test("unloadedText() says which files no test loads", () => {
  const coverage = coverageOf({ "compiler/a.ts": [0, 0, 0] });
  assert.match(unloadedText({ coverage, unloaded: ["compiler/a.ts"] })!, /compiler\/a\.ts \(3\)$/);
  assert.equal(unloadedText({ coverage, unloaded: [] }), null);
});
