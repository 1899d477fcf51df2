import { useEffect, useState } from "preact/hooks";
import { type Moment, momentOf, momentValue } from "@/lib/canvas/form/scalar.ts";

interface MomentInputProps {
  readonly value: unknown;
  readonly label: string;
  readonly invalid?: boolean;
  onChange(value: unknown): void;
}

const NOTHING: Moment = { date: "", time: "" };

/** A date, and a time of day that may be left out: a date alone means its whole day. Both are in UTC. */
export function MomentInput({ value, label, invalid, onChange }: MomentInputProps) {
  const [entered, setEntered] = useState(momentOf(value) ?? NOTHING);
  useEffect(() => {
    if ((momentValue(entered) ?? "") !== (value ?? "")) setEntered(momentOf(value) ?? NOTHING);
  }, [value]);
  const enter = (next: Moment) => {
    setEntered(next);
    onChange(momentValue(next));
  };
  return (
    <span class="canvas-moment">
      <input
        class="ui-input"
        type="date"
        title="Date, UTC"
        aria-label={`${label}, date in UTC`}
        aria-invalid={invalid}
        value={entered.date}
        onInput={(event) => enter({ ...entered, date: event.currentTarget.value })}
      />
      <input
        class="ui-input"
        type="time"
        step={1}
        title="Time, UTC. Without one the whole day is meant."
        aria-label={`${label}, time in UTC, empty for the whole day`}
        aria-invalid={invalid}
        value={entered.time}
        onInput={(event) => enter({ ...entered, time: event.currentTarget.value })}
      />
    </span>
  );
}
