/** The figures of `deno task count` for one state of the repository, read from a folder. */
import { filesBelow, ROOMS, type SourceFile, sourceFiles, withoutComments } from "../source.ts";
import { circlesOf } from "./circles.ts";
import { type Kind, KINDS, type Probe } from "./probes.ts";

export interface Figure {
  readonly title: string;
  readonly target?: number;
  readonly value: number;
  /** What was counted, so that a reader can check it. */
  readonly counted: readonly string[];
}

const MOST_LINES = 300;
const CODE = /\.(tsx?|js)$/;
const CODE_FOLDERS = [...ROOMS, "static", "tasks", "bench"];
/** A record holds lists, a list holds records, a word may be replaced by one: the forms recur as their data does. */
const HONEST = /\/form\/(FieldsForm|ListField|RecordField|WordOrNumberField)\.tsx$/;

export async function measure(root: string): Promise<readonly Figure[]> {
  const files = await sourceFiles(root);
  return [
    ...await Promise.all(KINDS.map((kind) => kindFigure(root, files, kind))),
    circleFigure(files),
    await lengthFigure(root, "files over 300 lines", CODE_FOLDERS, CODE),
    await lengthFigure(root, "files of tests over 300 lines", ["tests"], CODE),
    await lengthFigure(root, "style sheets over 300 lines", ["static"], /\.css$/),
  ];
}

/** The places that name a probe, sorted; a folder that is one place stands once. */
export function placesOf(files: readonly SourceFile[], kind: Kind, { pattern }: Probe): readonly string[] {
  const places = files
    .filter(({ path, text }) =>
      !kind.leftOut?.test(path) && (pattern.test(path) || pattern.test(withoutComments(text)))
    )
    .map(({ path }) =>
      kind.places?.map((place) => path.match(place)?.[0]).find((found) => found !== undefined) ?? path
    );
  return [...new Set(places)].sort();
}

async function kindFigure(root: string, files: readonly SourceFile[], kind: Kind): Promise<Figure> {
  const golden = kind.golden === undefined ? [] : await filesBelow(root, [kind.golden], /./);
  const byProbe = kind.probes.map((probe) => {
    const places = placesOf(files, kind, probe);
    return golden.some((path) => probe.pattern.test(path)) ? [...places, kind.golden!] : places;
  });
  return {
    title: kind.title,
    target: kind.target,
    value: Math.max(...byProbe.map(({ length }) => length)),
    counted: kind.probes.map(({ name }, index) => `${name}: ${byProbe[index]!.join(" ")}`),
  };
}

function circleFigure(files: readonly SourceFile[]): Figure {
  const circles = circlesOf(files).filter((circle) => !circle.every((path) => HONEST.test(path)));
  return {
    title: "circles of imports",
    target: 0,
    value: circles.length,
    counted: circles.map((circle) => circle.join(" ")),
  };
}

async function lengthFigure(
  root: string,
  title: string,
  folders: readonly string[],
  name: RegExp,
): Promise<Figure> {
  const long = [];
  for (const path of await filesBelow(root, folders, name)) {
    const lines = (await Deno.readTextFile(`${root}/${path}`)).split("\n").length - 1;
    if (lines > MOST_LINES) long.push(`${path} (${lines})`);
  }
  return { title, target: 0, value: long.length, counted: long };
}
