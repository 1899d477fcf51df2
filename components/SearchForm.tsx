import { Icon } from "@/components/Icon.tsx";

interface SearchFormProps {
  readonly action: string;
  readonly value: string | undefined;
  readonly label: string;
}

export function SearchForm({ action, value, label }: SearchFormProps) {
  return (
    <form class="search-form" method="get" action={action} role="search">
      <Icon name="search" />
      <input
        class="ui-input"
        type="search"
        name="search"
        value={value}
        placeholder={label}
        aria-label={label}
      />
    </form>
  );
}
