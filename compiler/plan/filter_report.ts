/** Says of each of a viewer's filters where it took rows away, or why it did not. */
import { type AskedKey, inputsFirst, type Relation } from "../ir/relation.ts";
import { closestHint } from "../schema/closest_name.ts";
import { shown } from "../schema/shown.ts";
import type {
  CompileOptions,
  FilterName,
  FilterPlace,
  FilterReport,
  IgnoredFilter,
} from "../schema/types.ts";

/** `built` holds every relation that the target stands on: their columns are what the workflow computes. */
export function filterReport(
  root: Relation,
  built: Iterable<Relation>,
  { filters = [], range, catalog }: Pick<CompileOptions, "filters" | "range" | "catalog">,
  compared?: { readonly nodeId: string; readonly keys: readonly AskedKey[] },
  notes: ReadonlyMap<string, readonly string[]> = new Map(),
): FilterReport {
  const places = placesIn(root);
  for (const key of compared?.keys ?? []) places.set(key, [{ nodeId: compared!.nodeId, at: "comparison" }]);
  const computed = new Set([...built].flatMap(({ columns }) => columns.map(({ name }) => name)));
  const known = new Set(catalog.tables.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const asked: readonly (readonly [AskedKey, FilterName])[] = [
    ...filters.map(({ column, operator }, index) => [index, { column, operator }] as const),
    ...(range ? [["range", { column: "range", operator: "range" }] as const] : []),
  ];
  const ignored = (
    key: AskedKey,
    { column }: FilterName,
  ): Omit<IgnoredFilter, "column" | "operator"> => {
    if (key === "range") {
      return {
        reason: "no_event_time",
        message:
          "Cannot apply the time range: what is shown here is the current state, which has no time of its own.",
      };
    }
    if (computed.has(column)) {
      return {
        reason: "computed_column",
        message: `Cannot filter by ${
          shown(column)
        }: it is computed here, and filters reach columns of tables.`,
      };
    }
    if (known.has(column)) {
      return {
        reason: "column_elsewhere",
        message: `Cannot filter by ${shown(column)}: no table that is read here has it.`,
      };
    }
    return {
      reason: "unknown_column",
      message: `Cannot filter by ${shown(column)}: no table has it.`,
      ...closestHint(column, known),
    };
  };
  return {
    applied: asked.flatMap(([key, filter]) => {
      const placed = places.get(key);
      const said = notes.get(key === "range" ? key : `filters[${key}]`);
      return placed === undefined ? [] : [{ ...filter, placed, ...(said && { notes: said }) }];
    }),
    ignored: asked.flatMap(([key, filter]) =>
      places.has(key) ? [] : [{ ...filter, ...ignored(key, filter) }]
    ),
  };
}

/** Each place once, those nearest to the tables first. */
function placesIn(root: Relation): Map<AskedKey, FilterPlace[]> {
  const places = new Map<AskedKey, FilterPlace[]>();
  for (const relation of inputsFirst(root)) {
    if (relation.op !== "filter" || relation.asked === undefined) continue;
    const { nodeId, asked: { key, at } } = relation;
    const found = places.get(key) ?? [];
    if (!found.some((place) => place.nodeId === nodeId && place.at === at)) found.push({ nodeId, at });
    places.set(key, found);
  }
  return places;
}
