/** A URL-safe secret of `bytes` random bytes. It is shown or sent once; only its digest is ever stored. */
export function randomSecret(bytes = 32): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toBase64({ alphabet: "base64url", omitPadding: true });
}
