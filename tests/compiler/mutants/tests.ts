/** The files that catch mutants. */
const compiler = (name: string) => `tests/compiler/${name}_test.ts`;

export const TESTS = {
  agreement: compiler("formula/agreement"),
  aggregates: compiler("functions/aggregates"),
  attribution: compiler("attribution"),
  corners: compiler("corners"),
  filterValues: compiler("filter_values"),
  formulaChain: compiler("formula_chain"),
  functionsGolden: compiler("functions/golden"),
  golden: compiler("golden"),
  injection: compiler("injection"),
  m4: compiler("m4"),
  parser: compiler("formula/parser"),
  partition: compiler("partition"),
  patterns: compiler("patterns"),
  propagator: compiler("propagator"),
  random: compiler("random_graphs"),
  recentReads: "tests/lib/services/recent_reads_test.ts",
  relationProblems: compiler("relation_problems"),
  reference: compiler("reference"),
  robustness: compiler("robustness"),
  semantics: compiler("semantics"),
  server: compiler("server"),
  tpch: compiler("tpch"),
  windowMedian: compiler("window_median"),
  witnesses: compiler("witnesses"),
} as const;
