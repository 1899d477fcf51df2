import { formatNumber } from "@/lib/charts/shared/format/number.ts";

/** "1 node", "2 nodes", "12,000 rows". */
export function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
