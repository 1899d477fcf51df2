import type { ComponentChildren } from "preact";
import type { Identity } from "@/lib/server/identity.ts";
import { TopBar } from "@/components/shell/TopBar.tsx";

interface ShellProps {
  readonly identity: Identity | null;
  readonly theme: "dark" | "light";
  readonly url: URL;
  readonly children: ComponentChildren;
}

/** Navigation above, the page below. Embeds and the sign-in page stand without it. */
export function Shell({ identity, theme, url, children }: ShellProps) {
  return (
    <div class="shell">
      <a href="#main" class="ui-button ui-skip">Skip to content</a>
      <TopBar identity={identity} theme={theme} url={url} />
      <main id="main" class="shell-main">{children}</main>
    </div>
  );
}
