/** Programs of the operating system that tests drive: found where they usually are, installed when that is allowed. */

interface SystemProgram {
  readonly name: string;
  /** Debian package that brings it. */
  readonly package: string;
  readonly candidates: readonly string[];
}

export const CHROMIUM: SystemProgram = {
  name: "Chromium",
  package: "chromium",
  candidates: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
};

export const REDIS: SystemProgram = {
  name: "Redis",
  package: "redis-server",
  candidates: ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"],
};

export const POSTGRESQL: SystemProgram = {
  name: "PostgreSQL",
  package: "postgresql",
  candidates: [18, 17, 16, 15, 14].map((version) => `/usr/lib/postgresql/${version}/bin/postgres`).concat([
    "/usr/local/bin/postgres",
    "/opt/homebrew/bin/postgres",
  ]),
};

/** Where the program is, or null. */
export async function findProgram(program: SystemProgram): Promise<string | null> {
  for (const path of program.candidates) {
    if (await Deno.stat(path).then((info) => info.isFile, () => false)) return path;
  }
  return null;
}

/** Installs missing programs with apt-get where it exists and we are root; returns those that are still missing. */
export async function ensurePrograms(
  programs: readonly SystemProgram[],
  say: (line: string) => void,
): Promise<readonly SystemProgram[]> {
  let missing = await missingOf(programs);
  if (missing.length === 0) return missing;
  const names = missing.map((program) => program.name).join(", ");
  if (Deno.build.os !== "linux" || Deno.uid() !== 0 || !(await runs("apt-get", ["--version"]))) {
    say(`Missing: ${names}. Install with the system's package manager and run the tests again.`);
    return missing;
  }
  say(`Installing ${names} with apt-get (once)…`);
  await runs("apt-get", ["update", "-qq"]);
  await runs("apt-get", [
    "install",
    "-y",
    "-qq",
    "--no-install-recommends",
    ...missing.map((program) => program.package),
  ]);
  missing = await missingOf(programs);
  return missing;
}

async function missingOf(programs: readonly SystemProgram[]): Promise<SystemProgram[]> {
  const found = await Promise.all(programs.map(findProgram));
  return programs.filter((_, index) => found[index] === null);
}

function runs(command: string, args: string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  return new Deno.Command(command, { args, env, stdin: "null", stdout: "null", stderr: "inherit" }).output()
    .then((output) => output.success, () => false);
}
