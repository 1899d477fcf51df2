/** True for exactly an origin such as `https://desk.example`: no path, and no wildcard that a policy would read as one. */
export function isOrigin(text: string): boolean {
  return /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
