/** Refuses statements that an engine could not plan, before they are sent and with a reason. */
import type { Problem } from "../schema/vocabulary.ts";
import type { Level } from "./level.ts";

/** ClickHouse allows 100 nested subqueries, of which fewer fit on a thread's stack. */
const MAX_DEPTH = 60;
/** PostgreSQL plans many more. */
const MAX_DEPTH_DEEP = 300;
/** SELECTs after every shared subquery is written out again for each reader, as ClickHouse does. */
const MAX_EXPANDED = 400;

interface Weight {
  readonly depth: number;
  readonly expanded: number;
}

interface Endurance {
  readonly sharesOnce: boolean;
  /** Whether hundreds of queries may stand in each other. */
  readonly nestsDeep: boolean;
}

export function complexityProblem(top: Level, { sharesOnce, nestsDeep }: Endurance): Problem | undefined {
  const weight = weigh(top, sharesOnce);
  const most = nestsDeep ? MAX_DEPTH_DEEP : MAX_DEPTH;
  if (weight.depth > most) {
    return {
      code: "too_complex",
      message: `Cannot run ${weight.depth} queries nested in each other: at most ${most} are possible.`,
      hint: "Shorten the chain of steps.",
    };
  }
  if (weight.expanded > MAX_EXPANDED) {
    return {
      code: "too_complex",
      message:
        "Cannot run this workflow: the store would compute a step with several readers once for each of them.",
      hint: "Split the workflow, or let fewer steps read the same step.",
    };
  }
  return undefined;
}

/** Iterative, because a plan that is too deep would overflow the stack of a recursive walk. */
function weigh(top: Level, sharesOnce: boolean): Weight {
  const known = new Map<Level, Weight>();
  const stack: Level[] = [top];
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const below = inner(level);
    const missing = below.filter((child) => !known.has(child));
    if (missing.length > 0) {
      stack.push(...missing);
      continue;
    }
    stack.pop();
    if (known.has(level)) continue;
    let depth = 0;
    let expanded = 1;
    for (const child of below) {
      const weight = known.get(child);
      depth = Math.max(depth, weight?.depth ?? 0);
      expanded += child.shared && sharesOnce ? 1 : weight?.expanded ?? 0;
    }
    known.set(level, { depth: depth + 1, expanded });
  }
  return known.get(top) ?? { depth: 1, expanded: 1 };
}

function inner(level: Level): readonly Level[] {
  return level.sources.flatMap((source) =>
    source.kind === "level" ? [source.level] : source.kind === "union" ? source.branches : []
  );
}
