import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ComponentChildren;
  readonly testId?: string;
  choose(): void;
}

interface SearchListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
  find(search: string): readonly Choice[];
}

/** A list that narrows while one types; arrow keys choose and Enter takes the choice. */
export function SearchList({ label, placeholder, empty, find }: SearchListProps) {
  const [search, setSearch] = useState("");
  const [index, setIndex] = useState(0);
  const choices = find(search.trim());
  const current = Math.min(index, choices.length - 1);
  const step = (by: number) => setIndex((current + by + choices.length) % Math.max(1, choices.length));
  return (
    <div class="canvas-search">
      <input
        class="ui-input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="canvas-search-list"
        aria-activedescendant={choices[current] ? `choice-${choices[current].key}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        autofocus
        value={search}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || (event.key === "Tab" && !event.shiftKey)) step(1);
          else if (event.key === "ArrowUp" || event.key === "Tab") step(-1);
          else if (event.key === "Enter") choices[current]?.choose();
          else return;
          event.preventDefault();
        }}
      />
      <ul id="canvas-search-list" class="canvas-search-list" role="listbox" aria-label={label}>
        {choices.map((choice, position) => (
          <li
            key={choice.key}
            id={`choice-${choice.key}`}
            role="option"
            aria-selected={position === current}
            data-testid={choice.testId}
            ref={(element) => {
              if (position === current) element?.scrollIntoView({ block: "nearest" });
            }}
            onPointerEnter={() => setIndex(position)}
            onClick={choice.choose}
          >
            {choice.icon}
            <span class="canvas-search-label">{choice.label}</span>
            {choice.detail && <span class="ui-faint ui-clip">{choice.detail}</span>}
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p class="ui-faint">{empty}</p>}
    </div>
  );
}
