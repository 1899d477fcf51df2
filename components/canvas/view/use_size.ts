import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** The inner size of an element, kept up to date. */
export function useSize<T extends HTMLElement>(): [RefObject<T>, { width: number; height: number }] {
  const element = useRef<T>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
