/**
 * Connections of the embedded engine, one statement at a time on each. What a statement leaves on its connection must
 * not reach another one, so a connection is taken again only by a reader with the same settings that binds the very
 * parameters that were bound before. One that saw an error is closed: its next result would begin with what is left of
 * the failed one.
 */
import type { Session } from "./library.ts";
import { setStatement, useStatement } from "./settings.ts";

/** As much as the process has threads for, less one that stops the others. */
const RUNNING_LIMIT = 24;
const IDLE_LIMIT = 16;
const STOP_AGAIN_MS = 50;

/** A parameter is part of the text here, so that the text may be longer than a server would let it. */
const DEFAULTS = { session_timezone: "UTC", max_query_size: "100000000" };

export interface EngineStatement {
  readonly sql: string;
  readonly format: string;
  readonly database: string;
  readonly settings: Readonly<Record<string, string>>;
  /** By name, in the text of the tab-separated form. */
  readonly params: Readonly<Record<string, string>>;
  /** Refuses everything that writes, and leaves its connection to the next such statement. */
  readonly readOnly: boolean;
}

interface Connection {
  readonly session: Session;
  readonly key: string;
  /** Marks its statements in `system.processes`: the engine gives them ids of its own. */
  readonly mark: string;
}

export class TooManyStatements extends Error {
  constructor() {
    super("Code: 202. DB::Exception: Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES)");
  }
}

export class Connections {
  readonly #idle: Connection[] = [];
  /** Holds the data folder open, and stops the statements of the others. */
  readonly #control: Session;
  #running = 0;

  constructor(private readonly open: () => Session) {
    this.#control = open();
  }

  /** The engine reads the data folder with the first statement, which takes longest. */
  async warmUp(): Promise<void> {
    await this.#control.queryAsync("SELECT 1", { format: "Null" });
  }

  /** The whole result. An abort stops the statement itself; the promise settles when it has stopped. */
  run(statement: EngineStatement, signal: AbortSignal): Promise<Uint8Array> {
    return this.#holding(statement, signal, async ({ session }) => {
      const { sql, format, params } = statement;
      return (await session.queryAsync(`${bindings(params)}${sql}`, { format })).bytes();
    });
  }

  /** The result in parts; the first has been read when the promise settles, so that most errors show in time. */
  async stream(statement: EngineStatement, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { sql, format, params } = statement;
    const left = new AbortController();
    const opened = Promise.withResolvers<ReadableStream<Uint8Array>>();
    const finished = this.#holding(statement, AbortSignal.any([signal, left.signal]), async ({ session }) => {
      if (Object.keys(params).length > 0) await session.queryAsync(bindings(params), { format: "Null" });
      const parts = session.queryStream(sql, { format })[Symbol.asyncIterator]();
      let next: IteratorResult<{ raw(): Uint8Array }> | null = await parts.next();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      opened.resolve(
        new ReadableStream({
          async pull(controller) {
            try {
              const { done, value } = next ?? await parts.next();
              next = null;
              if (!done) return controller.enqueue(value.raw());
              controller.close();
              resolve();
            } catch (error) {
              controller.error(error);
              reject(error);
            }
          },
          async cancel() {
            left.abort();
            await parts.return?.();
            reject(new Error("The reader has left."));
          },
        }, { highWaterMark: 0 }),
      );
      await promise;
    });
    finished.catch(opened.reject);
    return await opened.promise;
  }

  close(): void {
    for (const { session } of this.#idle) session.close();
    this.#control.close();
  }

  async #holding<T>(
    statement: EngineStatement,
    signal: AbortSignal,
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= RUNNING_LIMIT) throw new TooManyStatements();
    this.#running++;
    try {
      const connection = this.#reused(statement) ?? await this.#opened(statement);
      try {
        const done = work(connection);
        const stop = () => this.#stop(connection, done);
        signal.addEventListener("abort", stop, { once: true });
        if (signal.aborted) stop();
        const result = await done.finally(() => signal.removeEventListener("abort", stop));
        this.#release(connection, statement.readOnly && !signal.aborted);
        return result;
      } catch (error) {
        connection.session.close();
        throw error;
      }
    } finally {
      this.#running--;
    }
  }

  #reused(statement: EngineStatement): Connection | undefined {
    const key = keyOf(statement);
    const index = this.#idle.findLastIndex((connection) => connection.key === key);
    return index < 0 ? undefined : this.#idle.splice(index, 1)[0];
  }

  async #opened(statement: EngineStatement): Promise<Connection> {
    const { database, settings, readOnly } = statement;
    const mark = crypto.randomUUID();
    const session = this.open();
    const own = { ...DEFAULTS, ...settings, log_comment: mark };
    try {
      const prepare = useStatement(database) + setStatement(own) + (readOnly ? "SET readonly = 1" : "");
      await session.queryAsync(prepare, { format: "Null" });
      return { session, key: keyOf(statement), mark };
    } catch (error) {
      session.close();
      throw error;
    }
  }

  #release(connection: Connection, again: boolean): void {
    if (!again) return connection.session.close();
    this.#idle.push(connection);
    if (this.#idle.length > IDLE_LIMIT) this.#idle.shift()!.session.close();
  }

  /** Asks until it has stopped: a statement that has only just been sent is not in the list yet. */
  async #stop({ mark }: Connection, done: Promise<unknown>): Promise<void> {
    let running = true;
    const ended = done.catch(() => {}).finally(() => running = false);
    while (running) {
      await this.#control.queryAsync(`KILL QUERY WHERE Settings['log_comment'] = '${mark}' ASYNC`, {
        format: "Null",
      }).catch(() => {});
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_AGAIN_MS))]);
    }
  }
}

function bindings(params: EngineStatement["params"]): string {
  return setStatement(
    Object.fromEntries(Object.entries(params).map(([name, text]) => [`param_${name}`, text])),
  );
}

function keyOf({ database, settings, params, readOnly }: EngineStatement): string {
  return JSON.stringify([readOnly, database, Object.entries(settings).sort(), Object.keys(params).sort()]);
}
