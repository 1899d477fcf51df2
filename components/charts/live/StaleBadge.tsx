import { useEffect, useState } from "preact/hooks";
import { ageText, fullTime } from "@/components/time.ts";
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
      title={`${failure.message} Showing data from ${fullTime(asOf)}. Press to try again.`}
      onClick={onRetry}
    >
      <span aria-hidden="true">!</span>
      <span role="status">{age ? `Not updating, data ${age} old` : "Not updating"}</span>
    </button>
  );
}
