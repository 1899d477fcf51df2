/** Relations → levels: each relation joins the level of its input where the fusion table allows, else starts one. */
import { inputsFirst, type Relation } from "../ir/relation.ts";
import { type AssembleOptions, Assembly } from "./assembly.ts";
import { sameKeys } from "./cut.ts";
import { placeJoin } from "./joins.ts";
import type { Level } from "./level.ts";
import type { Origins } from "./origins.ts";
import {
  placeAggregate,
  placeComputed,
  placeExpand,
  placeFilter,
  placeLimit,
  placeScan,
  placeSort,
} from "./place.ts";
import { placeUnion } from "./unions.ts";

interface Assembled {
  /** The outermost SELECT; the others are its sources. */
  readonly top: Level;
  readonly origins: Origins;
}

export function assemble(root: Relation, options: AssembleOptions): Assembled {
  const ordered = inputsFirst(root);
  const assembly = new Assembly(ordered, options);
  for (const relation of ordered) assembly.place(relation, levelOf(relation, assembly));
  return { top: shownInOrder(assembly.placed(root), root, assembly), origins: assembly.origins };
}

function levelOf(relation: Relation, assembly: Assembly): Level {
  switch (relation.op) {
    case "scan":
      return placeScan(relation, assembly);
    case "filter":
      return placeFilter(relation, assembly);
    case "extend":
    case "window":
      return placeComputed(relation, assembly);
    case "expand":
      return placeExpand(relation, assembly);
    case "sort":
      return placeSort(relation, assembly);
    case "limit":
      return placeLimit(relation, assembly);
    case "aggregate":
      return placeAggregate(relation, assembly);
    case "union":
      return placeUnion(relation, assembly);
    case "join":
      return placeJoin(relation, assembly);
  }
}

/** A level's ORDER BY decides which rows its LIMIT keeps. Rows shown in another order need a level around it. */
function shownInOrder(top: Level, root: Relation, assembly: Assembly): Level {
  const by = root.order;
  const limitDiffers = top.limit !== undefined && by.length > 0 && !sameKeys(top, by);
  if (!top.shared && !limitDiffers) return top;
  const reason = limitDiffers ? "the rows are shown in another order than they were cut by" : "";
  return assembly.wrap(top, root, reason, root.nodeId);
}
