/** Structured logs: one JSON object a line, so that a value can never start a line of its own; plain at a terminal. */

type LogLevel = "debug" | "info" | "warn" | "error";

type LogFields = Readonly<Record<string, unknown>>;

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
  // Nearly every text is neither, and a look costs less than a search by pattern.
  if (!text.includes("sk_live_") && !text.includes("://")) return text;
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

/**
 * A line for a person at a terminal: time, message and what else is known. Requests that went well stay out.
 * Everything is written as JSON would, so nothing can start a line of its own here either.
 */
function plainLine(own: LogLevel, at: Date, message: string, fields: LogFields): string | null {
  const { request_id: _id, tenant: _tenant, user: _user, ...rest } = fields;
  if (message === "request") {
    if (Number(rest.status) < 400) return null;
    return `${timeOf(at)} ${own} ${rest.method} ${rest.path} ${rest.status} in ${rest.duration_ms} ms`;
  }
  const known = Object.entries(rest).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join("");
  const text = JSON.stringify(message).slice(1, -1).replaceAll('\\"', '"');
  return `${timeOf(at)} ${own === "info" ? "" : `${own} `}${text}${known}`;
}

const timeOf = (at: Date): string => at.toISOString().slice(11, 19);

/**
 * A logger that writes lines at `level` and above; `write` and `now` are passed in so that tests can read them.
 * `plain` is for a person at a terminal, everything that collects logs gets JSON.
 */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = console.log,
  now: () => Date = () => new Date(),
  format: "json" | "plain" = "json",
): Log {
  const at = (own: LogLevel) => (message: string, fields: LogFields = {}): void => {
    if (SEVERITY[own] < SEVERITY[level]) return;
    const rest = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(key, value)]));
    const text = redactText(message);
    const line = format === "json"
      ? JSON.stringify({ level: own, ts: now().toISOString(), msg: text, ...rest })
      : plainLine(own, now(), text, rest);
    if (line !== null) write(line);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
