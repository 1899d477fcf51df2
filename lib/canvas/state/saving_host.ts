import type { DraftStorage } from "./drafts.ts";

/** What saving needs of the page around the canvas. */
export interface SavingHost {
  readonly storage: DraftStorage;
  /** Called when a new workflow got its id. */
  created(id: string): void;
  /** Leaves for another workflow. */
  open(id: string): void;
}
