/** The only reader of the environment. Unset means the embedded default; a wrong value is an error at start. */

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
}

export interface QueryLimits {
  readonly rows: number;
  readonly timeoutMs: number;
  readonly memoryBytes: number;
  readonly rowsRead: number;
}
