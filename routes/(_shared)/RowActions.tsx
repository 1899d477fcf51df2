import type { ComponentChildren } from "preact";
import { Icon } from "@/components/Icon.tsx";

interface RowActionsProps {
  readonly here: string;
  readonly name: string;
  /** In the place of the button that copies without asking. */
  readonly duplicate?: ComponentChildren;
}

/** What a list offers beside each of its rows: a copy, and the settings. */
export function RowActions({ here, name, duplicate }: RowActionsProps) {
  return (
    <div class="ui-actions">
      {duplicate ?? (
        <form method="post" action={`${here}/duplicate`}>
          <button
            type="submit"
            class="ui-button ui-button-quiet ui-button-icon"
            title="Duplicate"
            aria-label={`Duplicate ${name}`}
          >
            <Icon name="copy" />
          </button>
        </form>
      )}
      <a
        class="ui-button ui-button-quiet ui-button-icon"
        href={`${here}/settings`}
        title="Rename or delete"
        aria-label={`Rename or delete ${name}`}
      >
        <Icon name="edit" />
      </a>
    </div>
  );
}
