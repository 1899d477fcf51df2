/** Bounds on what a graph may ask for. Beyond one of them the graph is refused with the problem `too_large`. */
export const LIMITS = {
  nodes: 2_000,
  edges: 4_000,
  nestedGroups: 50,
  expressionLength: 10_000,
  count: 1_000_000_000,
  nameLength: 1_000,
  /** Columns of one node: joins of joins would otherwise double them without end. */
  columns: 2_000,
  /** Steps of a time grid that a partition is filled to. */
  steps: 100_000,
  /** Values in one list: an `in` filter, a pivot. */
  values: 10_000,
  /** Items in one list of settings: sort keys, metrics, renames, conditions. */
  items: 2_000,
  /** Conditions of one filter, those of its inner groups included. */
  conditions: 20_000,
  /** Conditions of all nodes that are read together: of more no store could read the statement. */
  conditionsInAll: 50_000,
} as const;
