/** One measured figure, beside what it is compared with. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly beside: string;
  readonly target?: string;
  readonly met?: boolean;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export const ms = (value: number) => `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`;
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

export function printFigures(section: string, figures: readonly Figure[]): void {
  console.log(`\n${section}`);
  const rows = figures.map(({ what, measured, beside, target, met }) => [
    what,
    measured,
    beside,
    target === undefined ? "" : `target ${target}: ${met ? "met" : "NOT MET"}`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    console.log(
      `  ${row[0]!.padEnd(widths[0]!)}  ${row[1]!.padStart(widths[1]!)}   ${row[2]!.padEnd(widths[2]!)}  ${
        row[3]
      }`,
    );
  }
}
