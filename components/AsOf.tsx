import { clockTime } from "@/components/time.ts";

/** When rows were read. Scripts look for the time within, to renew it. */
export function AsOf({ time }: { readonly time: string }) {
  return (
    <>
      as of <time dateTime={time}>{clockTime(time)}</time>
    </>
  );
}
