import { Icon } from "@/components/Icon.tsx";

/** A real form: works without scripts, and comes back to the page it was pressed on. */
export function ThemeToggle({ theme, here }: { readonly theme: "dark" | "light"; readonly here: string }) {
  const other = theme === "dark" ? "light" : "dark";
  return (
    <form method="post" action="/theme">
      <input type="hidden" name="theme" value={other} />
      <input type="hidden" name="next" value={here} />
      <button type="submit" class="ui-button ui-button-quiet ui-button-icon" title={`Use the ${other} theme`}>
        <Icon name={other === "light" ? "sun" : "moon"} />
        <span class="ui-hidden">Use the {other} theme</span>
      </button>
    </form>
  );
}
