/** Random secrets and their digests. A secret is shown or sent once; only its digest is ever stored. */

/** A URL-safe secret of `bytes` random bytes. */
export function randomSecret(bytes = 32): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** SHA-256 in hex. Enough for secrets that are random already: there is nothing to guess. */
export async function sha256(text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toHex();
}
