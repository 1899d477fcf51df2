import assert from "node:assert/strict";
import fc from "fast-check";
import {
  floorTime,
  ordinalTimeTicks,
  TIME_LEVELS,
  timeLabel,
  timeTicks,
} from "@/lib/charts/shared/scales/time_ticks.ts";

const time = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });

Deno.test("floorTime() is the start of a period: never later, and its own floor", () => {
  fc.assert(fc.property(time, fc.constantFrom(...TIME_LEVELS), (instant, level) => {
    const floor = floorTime(instant, level);
    assert.ok(floor <= instant);
    assert.equal(floorTime(floor, level), floor);
  }));
});

Deno.test("timeTicks() gives ascending ticks inside the range, no more than asked for", () => {
  fc.assert(
    fc.property(
      time,
      fc.integer({ min: 2, max: 4e12 }),
      fc.integer({ min: 2, max: 20 }),
      (start, span, count) => {
        const { times } = timeTicks(start, start + span, count);
        assert.ok(times.length <= count + 1, `${times.length} of ${count}`);
        times.forEach((tick, index) => {
          assert.ok(tick >= start && tick <= start + span);
          assert.ok(index === 0 || tick > times[index - 1]!);
        });
      },
    ),
  );
});

Deno.test("timeTicks() stands on round instants in UTC", () => {
  const { times, level } = timeTicks(Date.UTC(2026, 10, 19, 14, 7), Date.UTC(2026, 10, 19, 20, 3), 7);
  assert.deepEqual(times.map((tick) => timeLabel(tick, level).text), [
    "15:00",
    "16:00",
    "17:00",
    "18:00",
    "19:00",
    "20:00",
  ]);
  const weeks = timeTicks(Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1), 5);
  assert.deepEqual(weeks.times.map((tick) => new Date(tick).getUTCDay()), weeks.times.map(() => 1));
});

Deno.test("ordinalTimeTicks() marks where a period begins in what is there", () => {
  const times = [19, 20, 23].flatMap((day) => [14, 15, 16].map((hour) => Date.UTC(2026, 10, day, hour)));
  assert.deepEqual(ordinalTimeTicks(times, 4).indexes, [0, 3, 6]);
});

Deno.test("timeTicks() names a lone instant at its own precision", () => {
  const only = Date.UTC(2026, 10, 19, 14, 30);
  const { level, times } = timeTicks(only, only, 5);
  assert.equal(timeLabel(times[0]!, level).text, "14:30");
});

Deno.test("ordinalTimeTicks() names days by their date, not by their midnight, repeated ones too", () => {
  const days = Array.from({ length: 8 }, (_, day) => Date.UTC(2026, 10, 21 + day));
  assert.equal(ordinalTimeTicks(days, 12).level.unit, "day");
  const twice = days.flatMap((day) => [day, day]);
  assert.deepEqual(ordinalTimeTicks(twice, 12).indexes, [0, 2, 4, 6, 8, 10, 12, 14]);
  assert.equal(ordinalTimeTicks(twice, 12).level.unit, "day");
});
