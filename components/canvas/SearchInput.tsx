interface SearchInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  onInput(value: string): void;
  /** Takes the first of what was found. */
  onEnter?(): void;
}

/** Narrows a list while someone types. */
export function SearchInput({ label, placeholder, value, onInput, onEnter }: SearchInputProps) {
  return (
    <input
      class="ui-input"
      type="search"
      placeholder={placeholder}
      aria-label={label}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && onEnter?.()}
    />
  );
}
