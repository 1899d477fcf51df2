import { textWidth } from "@/lib/charts/shared/text.ts";
import type { ChartInput, Mark, Picture, PlotPicture, TextMark } from "@/lib/charts/types.ts";
import type { Sample } from "@/tests/components/charts/samples.ts";

export function sized(sample: Sample, width = 640, height = 300): ChartInput {
  return { ...sample, width, height };
}

export function plotOf(picture: Picture): PlotPicture {
  if (picture.kind !== "plot") throw new Error(`Expected a plot, got ${picture.kind}`);
  return picture;
}

export function withClass(marks: readonly Mark[], name: string): readonly Mark[] {
  return marks.filter(({ className }) => className.split(" ").includes(name));
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangles of a bar path, in the order drawn. */
export function rectangles(marks: readonly Mark[], name: string): Rectangle[] {
  return withClass(marks, name).flatMap((mark) => {
    if (mark.kind !== "path") return [];
    return [...mark.d.matchAll(/M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)/g)].map((
      [, x, y, width, height],
    ) => ({
      x: Math.min(Number(x), Number(x) + Number(width)),
      y: Math.min(Number(y), Number(y) + Number(height)),
      width: Math.abs(Number(width)),
      height: Math.abs(Number(height)),
    }));
  });
}

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function textBox({ x, y, text, anchor = "start" }: TextMark): TextBox {
  const width = textWidth(text);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return { text, left, right: left + width, top: y - 8.5, bottom: y + 2 };
}

/** Level labels only: slanted ones are kept apart by their step. */
export function levelTexts(picture: PlotPicture): TextBox[] {
  return picture.marks.flatMap((mark) =>
    mark.kind === "text" && mark.rotate === undefined ? [textBox(mark)] : []
  );
}

export function overlaps(a: TextBox, b: TextBox): boolean {
  return a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
}

/** Every number of a picture, to find those that are none. */
export function numbersOf(picture: PlotPicture): number[] {
  return picture.marks.flatMap((mark) =>
    Object.values(mark).flatMap((value: unknown) => typeof value === "number" ? [value] : [])
  );
}
