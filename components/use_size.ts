import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element, padding included: the one given until the first measurement, then as it changes, once a frame. */
export function useSize(element: RefObject<HTMLElement>, width: number, height: number): Size {
  const [size, setSize] = useState<Size>({ width, height });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const next = { width: Math.round(target.clientWidth), height: Math.round(target.clientHeight) };
      // A hidden element has no size; it keeps its picture until it shows again.
      if (next.width === 0 || next.height === 0) return;
      setSize((old) => old.width === next.width && old.height === next.height ? old : next);
    };
    measure();
    const observer = new ResizeObserver(() => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [element]);
  return size;
}
