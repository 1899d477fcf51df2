import type { Role } from "@/lib/server/auth/roles.ts";
import type { Identity } from "@/lib/server/identity.ts";
import { Icon } from "@/components/Icon.tsx";
import { ThemeToggle } from "@/components/shell/ThemeToggle.tsx";
import { UserMenu } from "@/components/shell/UserMenu.tsx";

/** The modes of the application and who is shown the way in. The services decide who really may. */
const SECTIONS: readonly {
  readonly href: string;
  readonly label: string;
  readonly roles: readonly Role[];
}[] = [
  { href: "/dashboards", label: "Dashboards", roles: ["admin", "analyst", "viewer"] },
  { href: "/canvas", label: "Canvas", roles: ["admin", "analyst"] },
  { href: "/admin", label: "Admin", roles: ["admin"] },
];

interface TopBarProps {
  readonly identity: Identity | null;
  readonly theme: "dark" | "light";
  readonly url: URL;
}

export function TopBar({ identity, theme, url }: TopBarProps) {
  const sections = SECTIONS.filter((section) => identity && section.roles.includes(identity.role));
  return (
    <header class="shell-bar">
      <a href="/" class="shell-brand" aria-label="FlowForge, home">
        <Icon name="brand" size={20} />
        <span>FlowForge</span>
      </a>
      <nav class="shell-links" aria-label="Main">
        {sections.map(({ href, label }) => (
          <a key={href} href={href} aria-current={isWithin(url.pathname, href) ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div class="shell-end">
        <ThemeToggle theme={theme} here={url.pathname + url.search} />
        {identity ? <UserMenu identity={identity} /> : <a class="ui-button" href="/login">Sign in</a>}
      </div>
    </header>
  );
}

function isWithin(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}/`);
}
