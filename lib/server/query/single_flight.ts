/** Identical work in flight is done once. A waiter may leave without harm; the last one leaving stops the work. */

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiters: number;
}

interface SingleFlight<T> {
  /** Rejects with the signal's reason when this waiter leaves; the others still get the result. */
  run(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  readonly size: number;
}

export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();

  function takeOff(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const result = Promise.resolve().then(() => work(controller.signal));
    const flight: Flight<T> = { result, controller, waiters: 0 };
    flights.set(key, flight);
    // Removed as soon as it lands, so that a failure is never handed to a later caller.
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    result.then(land, land);
    return flight;
  }

  function leave(key: string, flight: Flight<T>, reason: unknown): void {
    flight.waiters--;
    if (flight.waiters > 0) return;
    if (flights.get(key) === flight) flights.delete(key);
    flight.controller.abort(reason);
  }

  return {
    get size() {
      return flights.size;
    },
    run(key, work, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const flight = flights.get(key) ?? takeOff(key, work);
      flight.waiters++;
      if (signal === undefined) return flight.result;
      return new Promise<T>((resolve, reject) => {
        const onAbort = () => {
          leave(key, flight, signal.reason);
          reject(signal.reason);
        };
        signal.addEventListener("abort", onAbort, { once: true });
        const settle = () => signal.removeEventListener("abort", onAbort);
        flight.result.then(
          (value) => (settle(), resolve(value)),
          (error) => (settle(), reject(error)),
        );
      });
    },
  };
}
