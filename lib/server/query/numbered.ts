/** Numbers objects as they come, for as long as somebody holds them. */
export function numbered<T extends object>() {
  const numbers = new WeakMap<T, number>();
  let last = 0;
  return {
    known: (item: T) => numbers.get(item),
    of(item: T): number {
      const before = numbers.get(item);
      if (before !== undefined) return before;
      numbers.set(item, ++last);
      return last;
    },
  };
}
