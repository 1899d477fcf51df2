import { useEffect, useState } from "preact/hooks";
import type { Failure } from "@/lib/tiles/feed.ts";

interface StaleBadgeProps {
  readonly failure: Failure;
  readonly asOf: string;
  readonly onRetry: () => void;
}

/** Says that the picture is old, how old, and why. Pressing it asks again. */
export function StaleBadge({ failure, asOf, onRetry }: StaleBadgeProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  const age = ageText(now - Date.parse(asOf));
  return (
    <button
      type="button"
      class="chart-badge"
      title={`${failure.message} Showing data from ${asOf}. Press to try again.`}
      onClick={onRetry}
    >
      <span aria-hidden="true">!</span>
      <span role="status">{age ? `Not updating, data ${age} old` : "Not updating"}</span>
    </button>
  );
}

/** `45 s`, `12 min`, `3 h`, `2 d`; empty when the time is unknown. */
export function ageText(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return "";
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129_600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
