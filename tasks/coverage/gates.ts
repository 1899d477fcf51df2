/** How much of each zone's code the tests have to run, in percent of its lines. Lowering a number is a decision. */

export interface Gate {
  readonly zone: string;
  readonly atLeast: number;
  readonly paths: RegExp;
}

export const GATES: readonly Gate[] = [
  { zone: "compiler", atLeast: 95, paths: /^compiler\// },
  { zone: "server", atLeast: 80, paths: /^(lib\/(server|fresh)|routes|pipeline)\/|^(app|main|utils)\.ts$/ },
  { zone: "browser", atLeast: 70, paths: /^(lib\/(canvas|charts|grid|tiles)|components|islands)\// },
];
