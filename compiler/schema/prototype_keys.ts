/** Finds the key `__proto__`: assigned by a careless program, it would change what every object has. */

const KEY = "__proto__";
/** Values are read once each, so one that holds itself ends too. */
const sound = new WeakSet<object>();

/** Path of the first such key, or undefined. */
export function prototypeKey(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || sound.has(value)) return undefined;
  const seen = new Set<object>([value]);
  const stack: { readonly value: object; readonly path: string }[] = [{ value, path: "" }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (Object.hasOwn(next.value, KEY)) return `${next.path}${KEY}`;
    const see = (child: unknown, path: () => string) => {
      if (typeof child !== "object" || child === null || seen.has(child)) return;
      seen.add(child);
      stack.push({ value: child, path: path() });
    };
    // Lists are walked as they are: they may be long.
    if (Array.isArray(next.value)) {
      next.value.forEach((child, at) => see(child, () => `${next.path.replace(/\.$/, "")}[${at}].`));
    } else for (const [key, child] of Object.entries(next.value)) see(child, () => `${next.path}${key}.`);
  }
  sound.add(value);
  return undefined;
}
