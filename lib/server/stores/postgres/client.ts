/** postgres.js set up so that every value crosses as text, and times come back as ISO 8601. */
import postgres from "postgres";
import { fromText, toText } from "./text_values.ts";

export type PostgresTarget =
  | { readonly url: string }
  /** An embedded PostgreSQL: one session, so one connection. */
  | { readonly socketPath: string };

interface ClientOptions {
  readonly maxConnections: number;
  /** Session settings a server applies to each connection. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

const CONNECT_TIMEOUT_SECONDS = 5;

/** Types that the driver would otherwise turn into Date, boolean or JSON objects. */
const AS_TEXT = {
  boolean: 16,
  bytea: 17,
  json: 114,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  jsonb: 3802,
};

const asText = Object.fromEntries(
  Object.entries(AS_TEXT).map(([name, oid]) => [
    name,
    { to: oid, from: [oid], serialize: toText, parse: (text: string) => fromText(oid, text) },
  ]),
);

export type PostgresClient = ReturnType<typeof connectPostgres>;

/** Opens nothing yet: the first statement does. */
export function connectPostgres(
  target: PostgresTarget,
  { maxConnections, settings }: ClientOptions,
) {
  const embedded = "socketPath" in target;
  const options: postgres.Options<Record<string, postgres.PostgresType>> = {
    types: asText,
    max: embedded ? 1 : maxConnections,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    fetch_types: false,
    onnotice: () => {},
    // Reconnects soon: a restarted embedded engine is back within a second.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 2),
    connection: { application_name: "flowforge", TimeZone: "UTC", DateStyle: "ISO", ...settings },
  };
  return embedded
    ? postgres({
      ...options,
      path: target.socketPath,
      database: "postgres",
      username: "postgres",
      ssl: false,
    })
    : postgres(target.url, options);
}
