import { Icon } from "@/components/Icon.tsx";
import { StepButtons } from "@/components/dashboard/StepButtons.tsx";
import type { StepName } from "@/lib/tiles/arrangement.ts";

interface EditBarProps {
  /** Title of the selected tile. */
  readonly selected: string | null;
  readonly isReady: boolean;
  readonly isSaving: boolean;
  readonly canUndo: boolean;
  /** Why the last save failed. */
  readonly failure: string | null;
  readonly backUrl: string;
  readonly onStep: (name: StepName) => void;
  readonly onUndo: () => void;
  readonly onSave: () => void;
}

/** What can be done with the selected tile and with the arrangement as a whole. */
export function EditBar(props: EditBarProps) {
  const { selected, isReady, isSaving, canUndo, failure, backUrl, onStep, onUndo, onSave } = props;
  return (
    <div class="edit-bar ui-toolbar" role="toolbar" aria-label="Arrange">
      <StepButtons title={selected} disabled={!isReady || selected === null} onStep={onStep} />
      <span class="ui-grow" />
      {failure !== null ? <span class="ui-field-error" role="alert">{failure}</span> : null}
      <button type="button" class="ui-button ui-button-quiet" disabled={!canUndo} onClick={onUndo}>
        Undo
      </button>
      <a class="ui-button" href={backUrl}>Cancel</a>
      <button
        type="button"
        class="ui-button ui-button-primary"
        disabled={!isReady || isSaving}
        onClick={onSave}
      >
        <Icon name="check" /> {isSaving ? "Saving…" : "Save layout"}
      </button>
    </div>
  );
}
