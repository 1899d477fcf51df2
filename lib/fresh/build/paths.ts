/** An absolute path as a file URL; characters with a meaning in URLs are escaped. */
export function toFileUrl(path: string): string {
  const url = new URL("file:///");
  url.pathname = path.replace(/%/g, "%25").replace(/\\/g, "%5C").replace(/\?/g, "%3F").replace(/#/g, "%23");
  return url.href;
}
