/** Who may use the embedded engine: one account that only reads, one that writes. */
import { createHash, timingSafeEqual } from "node:crypto";

export const ACCOUNTS = { reader: { readOnly: true }, writer: { readOnly: false } } as const;

export type AccountName = keyof typeof ACCOUNTS;
export type Passwords = Readonly<Record<AccountName, string>>;

/** The account whose password came with the request, in any of the ways in which ClickHouse takes one. */
export function authenticate(
  request: Request,
  query: URLSearchParams,
  passwords: Passwords,
): AccountName | null {
  const [user, password] = credentials(request.headers, query);
  const name = (Object.keys(ACCOUNTS) as AccountName[]).find((account) => account === user);
  // Compared also for a user that does not exist, so that time tells nothing about names.
  const matches = equal(password, name === undefined ? crypto.randomUUID() : passwords[name]);
  return name !== undefined && matches ? name : null;
}

function credentials(headers: Headers, query: URLSearchParams): readonly [user: string, password: string] {
  const basic = /^Basic (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (basic !== undefined) {
    const text = new TextDecoder().decode(Uint8Array.from(decoded(basic), (letter) => letter.charCodeAt(0)));
    const colon = text.indexOf(":");
    return [text.slice(0, Math.max(0, colon)), text.slice(colon + 1)];
  }
  return [
    headers.get("x-clickhouse-user") ?? query.get("user") ?? "",
    headers.get("x-clickhouse-key") ?? query.get("password") ?? "",
  ];
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return "";
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest();

function equal(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}
