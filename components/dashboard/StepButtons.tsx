import { Icon, type IconName } from "@/components/Icon.tsx";
import { type StepName, STEPS } from "@/lib/tiles/arrangement.ts";

const MOVES: readonly { readonly name: StepName; readonly icon: IconName }[] = [
  { name: "left", icon: "left" },
  { name: "right", icon: "right" },
  { name: "up", icon: "up" },
  { name: "down", icon: "down" },
];

const SIZES: readonly StepName[] = ["narrower", "wider", "shorter", "taller"];

interface StepButtonsProps {
  readonly title: string | null;
  readonly disabled: boolean;
  readonly onStep: (name: StepName) => void;
}

/** Moves and resizes the selected tile by one cell a press, for who cannot or will not drag. */
export function StepButtons({ title, disabled, onStep }: StepButtonsProps) {
  return (
    <div class="edit-steps">
      <span class="edit-selected ui-clip">{title ?? "Select a tile"}</span>
      {MOVES.map(({ name, icon }) => (
        <button
          key={name}
          type="button"
          class="ui-button ui-button-icon"
          title={STEPS[name].label}
          aria-label={STEPS[name].label}
          disabled={disabled}
          onClick={() => onStep(name)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <span class="ui-divider" />
      {SIZES.map((name) => (
        <button
          key={name}
          type="button"
          class="ui-button"
          disabled={disabled}
          onClick={() => onStep(name)}
        >
          {STEPS[name].label}
        </button>
      ))}
    </div>
  );
}
