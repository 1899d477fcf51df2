/** The only reader of the environment. Unset means the embedded default; a wrong value is an error at start. */
import { join } from "node:path";
import { isOrigin } from "./origin.ts";

export interface AppConfig {
  readonly environment: "development" | "test" | "production";
  readonly host: string;
  readonly port: number;
  /** Folder of everything embedded; ignored by git. */
  readonly dataDir: string;
  /** Signs tickets and cookies; at least 32 characters, required in production. */
  readonly secretKey: string;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  readonly metricsEnabled: boolean;
  /** Origins whose pages may read the API in their visitors' browsers. */
  readonly corsOrigins: readonly string[];
  readonly databaseUrl?: string;
  readonly clickhouse?: {
    readonly url: string;
    readonly database: string;
    readonly user: string;
    readonly password: string;
  };
  readonly materializeUrl?: string;
  readonly redisUrl?: string;
  readonly preview: QueryLimits & { readonly cacheMs: number };
  readonly page: QueryLimits & { readonly cacheMs: number };
  /** A file holds every row or is refused: `rows` is how many it may have. */
  readonly export: QueryLimits;
}

export interface QueryLimits {
  readonly rows: number;
  readonly timeoutMs: number;
  readonly memoryBytes: number;
  readonly rowsRead: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_KEY_MINIMUM = 32;
/** Sign-in through an identity provider is not built yet: an operator who sets one of these has to know. */
const NOT_SUPPORTED = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
/** Words that only ever stand in examples. */
const PLACEHOLDER =
  /change.?me|default|example|placeholder|your.?(secret|key)|insecure|password|not.?so.?secret/i;

/**
 * Pure: settings by name in, configuration out. Throws one error that lists every wrong setting. Outside production
 * `secretKey` may come back empty; `readConfig` then fills it.
 */
export function loadConfig(environment: Environment): AppConfig {
  const problems: string[] = [];
  const read = reader(environment, problems);
  const mode = read.choice("APP_ENV", ["development", "test", "production"], "development");
  const secretKey = environment.SECRET_KEY ?? "";
  const weakness = secretKeyWeakness(secretKey);
  if (weakness && (mode === "production" || secretKey !== "")) problems.push(`SECRET_KEY ${weakness}`);

  for (const name of NOT_SUPPORTED) {
    if (environment[name]) {
      problems.push(`${name} cannot be used: sign-in through OpenID Connect is not built yet`);
    }
  }

  const limits = (prefix: "PREVIEW" | "PAGE" | "EXPORT", defaults: QueryLimits) => ({
    rows: read.count(`${prefix}_ROWS`, defaults.rows),
    timeoutMs: read.count(`${prefix}_TIMEOUT_MS`, defaults.timeoutMs),
    memoryBytes: read.count(`${prefix}_MEMORY_BYTES`, defaults.memoryBytes),
    rowsRead: read.count(`${prefix}_ROWS_READ`, defaults.rowsRead),
  });
  const cached = (prefix: "PREVIEW" | "PAGE", defaults: AppConfig["page"]) => ({
    ...limits(prefix, defaults),
    cacheMs: read.count(`${prefix}_CACHE_MS`, defaults.cacheMs),
  });

  const clickhouseUrl = read.url("CLICKHOUSE_URL", ["http:", "https:"]);
  const config: AppConfig = {
    environment: mode,
    host: environment.HOST || "127.0.0.1",
    port: read.count("PORT", 8000, 65_535),
    dataDir: environment.FLOWFORGE_DATA || ".flowforge",
    secretKey,
    logLevel: read.choice("LOG_LEVEL", ["debug", "info", "warn", "error"], "info"),
    metricsEnabled: read.choice("METRICS_ENABLED", ["true", "false"], "true") === "true",
    corsOrigins: read.origins("CORS_ORIGINS"),
    databaseUrl: read.url("DATABASE_URL", ["postgres:", "postgresql:"]),
    clickhouse: clickhouseUrl
      ? {
        url: clickhouseUrl,
        database: environment.CLICKHOUSE_DATABASE || "default",
        user: environment.CLICKHOUSE_USER || "default",
        password: environment.CLICKHOUSE_PASSWORD ?? "",
      }
      : undefined,
    materializeUrl: read.url("MATERIALIZE_URL", ["postgres:", "postgresql:"]),
    redisUrl: read.url("REDIS_URL", ["redis:", "rediss:"]),
    preview: cached("PREVIEW", {
      rows: 100,
      timeoutMs: 3_000,
      memoryBytes: 100_000_000,
      rowsRead: 10_000_000,
      cacheMs: 300_000,
    }),
    page: cached("PAGE", {
      rows: 10_000,
      timeoutMs: 30_000,
      memoryBytes: 1_000_000_000,
      rowsRead: 1_000_000_000,
      cacheMs: 5_000,
    }),
    // A sheet of the usual spreadsheets ends soon after a million rows.
    export: limits("EXPORT", {
      rows: 1_000_000,
      timeoutMs: 600_000,
      memoryBytes: 2_000_000_000,
      rowsRead: 1_000_000_000,
    }),
  };
  if (problems.length > 0) {
    throw new Error(`Cannot start: ${problems.length} wrong setting(s).\n- ${problems.join("\n- ")}`);
  }
  return config;
}

/** `loadConfig` on this process's environment, with the development key that is made once and kept. */
export async function readConfig(): Promise<AppConfig> {
  const config = loadConfig(Deno.env.toObject());
  return config.secretKey ? config : { ...config, secretKey: await developmentKey(config.dataDir) };
}

/** Readable by its owner alone. The first of two processes that start at once wins. */
async function developmentKey(dataDir: string): Promise<string> {
  const path = join(dataDir, "secret_key");
  await Deno.mkdir(dataDir, { recursive: true });
  const key = crypto.getRandomValues(new Uint8Array(32)).toHex();
  const own = `${path}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(own, key, { mode: 0o600, createNew: true });
  try {
    // A link appears whole or not at all.
    await Deno.link(own, path);
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  } finally {
    await Deno.remove(own);
  }
  const kept = (await Deno.readTextFile(path)).trim();
  const weakness = secretKeyWeakness(kept);
  if (weakness) {
    throw new Error(`Cannot start: the key in ${path} ${weakness}. Delete the file to make a new one.`);
  }
  return kept;
}

function secretKeyWeakness(key: string): string | null {
  if (key.length < SECRET_KEY_MINIMUM) return `must have at least ${SECRET_KEY_MINIMUM} characters`;
  if (PLACEHOLDER.test(key) || new Set(key).size < 10) return "is one that others know or can guess";
  return null;
}

function reader(environment: Environment, problems: string[]) {
  const wrong = <T>(name: string, expected: string, fallback: T): T => {
    problems.push(`${name} must be ${expected}`);
    return fallback;
  };
  return {
    count(name: string, fallback: number, maximum = Number.MAX_SAFE_INTEGER): number {
      const text = environment[name];
      if (!text) return fallback;
      const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
      return value >= 1 && value <= maximum ? value : wrong(
        name,
        maximum < 1e9 ? `a whole number from 1 to ${maximum}` : "a whole number above 0",
        fallback,
      );
    },
    choice<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
      const text = environment[name];
      if (!text) return fallback;
      return allowed.find((value) => value === text) ?? wrong(name, `one of ${allowed.join(", ")}`, fallback);
    },
    url(name: string, protocols: readonly string[]): string | undefined {
      const text = environment[name];
      if (!text) return undefined;
      return URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : wrong(
        name,
        `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
        undefined,
      );
    },
    origins(name: string): readonly string[] {
      const texts = (environment[name] ?? "").split(",").map((text) => text.trim()).filter((text) =>
        text !== ""
      );
      return texts.every(isOrigin)
        ? texts
        : wrong(name, "a list of origins such as https://portal.example.com, separated by commas", []);
    },
  };
}
