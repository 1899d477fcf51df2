export interface Fit {
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variance that the line explains. */
  readonly rSquared: number;
}

/** Ordinary least squares, centred first so that times in milliseconds lose no digits. Null when x does not vary. */
export function fitLine(points: readonly { readonly x: number; readonly y: number }[]): Fit | null {
  const count = points.length;
  if (count < 2) return null;
  const meanX = points.reduce((sum, { x }) => sum + x / count, 0);
  const meanY = points.reduce((sum, { y }) => sum + y / count, 0);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  const slope = xy / xx;
  const rSquared = yy === 0 ? 1 : xy * xy / (xx * yy);
  if (!Number.isFinite(slope) || !Number.isFinite(rSquared)) return null;
  return { slope, intercept: meanY - slope * meanX, rSquared };
}
