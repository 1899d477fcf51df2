/** Structured logs: one JSON object a line, so that a value can never start a line of its own. */

export type LogLevel = "debug" | "info" | "warn" | "error";

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const SEVERITY: Readonly<Record<LogLevel, number>> = { debug: 10, info: 20, warn: 30, error: 40 };

/** Names whose values never reach a log, whoever passes them. */
const SECRET_NAME = /authorization|cookie|password|secret|token|ticket|api[-_]?key|^key$|params/i;

/** Keys and tickets are recognisable by shape, also inside a driver's error text. */
const SECRET_SHAPE = /sk_live_[\w-]+|\b(\w+:\/\/)[^\s/@]+@/g;

function redactText(text: string): string {
  return text.replace(
    SECRET_SHAPE,
    (_all, scheme?: string) => scheme ? `${scheme}[redacted]@` : "[redacted]",
  );
}

function plain(name: string, value: unknown, depth = 0): unknown {
  if (SECRET_NAME.test(name)) return "[redacted]";
  if (typeof value === "string") {
    return redactText(value.length > 4_000 ? `${value.slice(0, 4_000)}…` : value);
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > 4) return "[nested]";
  if (value instanceof Error) {
    const { name: kind, message, stack, cause } = value;
    return {
      name: kind,
      message: redactText(message),
      stack: stack === undefined ? undefined : redactText(stack),
      cause: cause === undefined ? undefined : plain("cause", cause, depth + 1),
    };
  }
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => plain("", item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).slice(0, 50).map(([key, item]) => [key, plain(key, item, depth + 1)]),
  );
}

/** A logger that writes lines at `level` and above; `write` and `now` are passed in so that tests can read them. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = console.log,
  now: () => Date = () => new Date(),
): Log {
  const at = (own: LogLevel) => (message: string, fields: LogFields = {}): void => {
    if (SEVERITY[own] < SEVERITY[level]) return;
    const rest = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(key, value)]));
    write(JSON.stringify({ level: own, ts: now().toISOString(), msg: redactText(message), ...rest }));
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
