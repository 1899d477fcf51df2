/** Lines on their way out: written many at a time, so that no request waits for one. */

/** What a person at a terminal would not notice. */
const EVERY_MS = 50;
/** Characters that wait while whoever reads the lines takes none; what comes then is only counted. */
const MOST = 4_000_000;

interface LineSink {
  write(bytes: Uint8Array): Promise<number>;
  writeSync(bytes: Uint8Array): number;
}

interface LineWriter {
  write(line: string): void;
  /** Resolves when all lines so far are written. */
  drain(): Promise<void>;
  /** Writes at once what nobody writes yet; for the end of the process, where nothing else runs any more. */
  flush(): void;
}

type Later = (work: () => void, ms: number) => void;

/** `later` runs work after some milliseconds; a test passes its own. */
export function createLineWriter(
  sink: LineSink,
  later: Later = (work, ms) => void setTimeout(work, ms),
): LineWriter {
  let waiting: string[] = [];
  let length = 0;
  let left = 0;
  let isDue = false;
  let writing: Promise<void> = Promise.resolve();

  function taken(): Uint8Array {
    if (left > 0) {
      waiting.push(JSON.stringify({ level: "warn", msg: "lines not written", count: left }) + "\n");
    }
    const bytes = new TextEncoder().encode(waiting.join(""));
    [waiting, length, left] = [[], 0, 0];
    return bytes;
  }

  async function send(): Promise<void> {
    isDue = false;
    let bytes = taken();
    while (bytes.byteLength > 0) bytes = bytes.subarray(await sink.write(bytes));
  }

  /** One after the other; a sink that is closed takes nothing, and nobody can be told so here. */
  const drain = () => writing = writing.then(send).catch(() => {});

  return {
    write(line) {
      if (length > MOST) return void left++;
      waiting.push(`${line}\n`);
      length += line.length;
      if (isDue) return;
      isDue = true;
      later(() => void drain(), EVERY_MS);
    },
    drain,
    flush() {
      for (let bytes = taken(); bytes.byteLength > 0;) bytes = bytes.subarray(sink.writeSync(bytes));
    },
  };
}
