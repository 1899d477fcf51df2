/** Circles of imports: files that, over any number of steps, import each other. */
import { importsOf, type SourceFile } from "../source.ts";

/** Each circle as the sorted paths of its files. Imports of types count, too: they tie a reader just the same. */
export function circlesOf(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const known = new Set(files.map(({ path }) => path));
  const targets = new Map(files.map((file) => [
    file.path,
    importsOf(file).map(({ target }) => target).filter((target) => known.has(target)),
  ]));
  return components(targets).filter((group) =>
    group.length > 1 || targets.get(group[0]!)!.includes(group[0]!)
  );
}

/** Strongly connected components, by Tarjan's algorithm. */
function components(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const earliest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];

  const visit = (path: string) => {
    order.set(path, order.size);
    earliest.set(path, order.get(path)!);
    open.push(path);
    isOpen.add(path);
    for (const target of targets.get(path)!) {
      if (!order.has(target)) visit(target);
      if (isOpen.has(target)) earliest.set(path, Math.min(earliest.get(path)!, earliest.get(target)!));
    }
    if (earliest.get(path) !== order.get(path)) return;
    const group = open.splice(open.indexOf(path));
    for (const member of group) isOpen.delete(member);
    found.push(group.sort());
  };
  for (const path of targets.keys()) if (!order.has(path)) visit(path);
  return found.sort((a, b) => a[0]! < b[0]! ? -1 : 1);
}
