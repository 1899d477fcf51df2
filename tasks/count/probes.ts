/**
 * What an addition touches, measured on things that exist: the places that name one of them are the places where the
 * next of its kind has to be named as well. A probe is a name that means hardly anything else in the code.
 */

export interface Kind {
  readonly title: string;
  /** The most places that one more of its kind may take; without one the count is only held. */
  readonly target?: number;
  readonly probes: readonly Probe[];
  /** Files that name the probe and need no change for the next of its kind. */
  readonly leftOut?: RegExp;
  /** A folder that is one place: the part of a path that the first matching expression matches. */
  readonly places?: readonly RegExp[];
  /** Golden files of a thing, looked for beside the code, are one place. */
  readonly golden?: string;
}

export interface Probe {
  readonly name: string;
  /** Looked for in the path and in the code: strings included, comments left out. */
  readonly pattern: RegExp;
}

/** `kpi_card` is also KpiCard, kpiCard and kpi-card. */
function spelled(name: string): Probe {
  return { name, pattern: new RegExp(`(?<![a-z])${name.replaceAll("_", "[_-]?")}(?![a-z])`, "i") };
}

/** `materialize` is also materializeUrl and MATERIALIZE_URL. */
function begun(name: string): Probe {
  return { name, pattern: new RegExp(`(?<![a-z])${name}`, "i") };
}

/** A word of English counts as a whole string or as the name of its file. */
function quoted(name: string): Probe {
  return { name, pattern: new RegExp(`"${name}"|/${name}\\.tsx?`) };
}

/** A word that code uses otherwise, too, counts as a string, as a key, and in capitals. */
function named(name: string): Probe {
  return { name, pattern: new RegExp(`"${name}"|(?<![\\w.])${name}:|\\b${name.toUpperCase()}\\b`) };
}

/** Templates and two look-ups compose nodes as analysts do; they describe none. */
const USERS_OF_NODES = /^lib\/(server\/)?templates\/|\/(pivot_values|filter_options)\.ts$/;
const SHOWN = /^(routes|components|islands)\//;
const COMPILER = /^compiler\//;
const ELSEWHERE = /^(?!compiler\/)/;
const PIPELINE = /^pipeline\//;

const either = (...expressions: readonly RegExp[]) =>
  new RegExp(expressions.map(({ source }) => source).join("|"));

const CHART = {
  leftOut: either(USERS_OF_NODES, COMPILER),
  places: [/^lib\/charts\/\w+(?=\/)/],
  golden: "tests/components/charts/golden",
};

const FUNCTION = {
  // A node that calls a function says nothing about it.
  leftOut: either(ELSEWHERE, /^compiler\/nodes\//),
  places: [/^compiler\/(dialects|functions)(?=\/(clickhouse|postgres|materialize|defaults))/],
};

const STORE = {
  leftOut: PIPELINE,
  places: [
    /^compiler\/(dialects|functions)\/materialize(?=[/.])/,
    /^lib\/(server\/)?stores\/(live|materialize|redis)(?=\/)/,
  ],
};

export const KINDS: readonly Kind[] = [
  {
    title: "a field of a workflow, beside where it is shown",
    target: 3,
    probes: ["node_count", "updated_by"].map(spelled),
    leftOut: SHOWN,
  },
  {
    title: "a chart, beside its node",
    target: 4,
    probes: ["bar_chart", "line_chart", "candlestick", "scatter_plot", "pivot_table"].map(spelled),
    ...CHART,
  },
  {
    title: "a chart with a picture of its own, beside its node",
    probes: ["kpi_card"].map(spelled),
    ...CHART,
  },
  {
    title: "a node, beside its cases",
    target: 3,
    probes: ["pivot", "unique"].map(quoted),
    leftOut: USERS_OF_NODES,
  },
  {
    title: "a function, its lines for the dialects counted as one",
    target: 2,
    probes: ["upper"].map(named),
    ...FUNCTION,
  },
  {
    title: "a function with rules of its own for depth, type or nulls",
    probes: ["sqrt", "date_diff"].map(named),
    ...FUNCTION,
  },
  { title: "a store", target: 4, probes: [begun("redis")], ...STORE },
  { title: "a store with a dialect of its own", probes: [begun("materialize")], ...STORE },
];
