import { page } from "fresh";
import { define } from "@/utils.ts";
import { Icon, type IconName } from "@/components/Icon.tsx";

const CARDS: readonly { href: string; icon: IconName; title: string; text: string }[] = [
  {
    href: "/admin/api-keys",
    icon: "key",
    title: "API keys",
    text: "Let another site show chosen widgets. Create, review and revoke keys.",
  },
  {
    href: "/admin/audit",
    icon: "clock",
    title: "Audit log",
    text: "Who created, changed, pinned, ran and signed in, newest first.",
  },
  {
    href: "/admin/users",
    icon: "user",
    title: "Users and entitlements",
    text: "People of this tenant, and the tables and symbols they may read.",
  },
];

export const handler = define.handlers({
  GET({ state }) {
    state.title = "Administration";
    return page();
  },
});

export default define.page(function AdminPage() {
  return (
    <>
      <div class="shell-head">
        <h1>Administration</h1>
      </div>
      <div class="admin-cards">
        {CARDS.map(({ href, icon, title, text }) => (
          <a key={href} class="ui-panel admin-card" href={href}>
            <Icon name={icon} size={20} />
            <strong>{title}</strong>
            <span class="ui-muted">{text}</span>
          </a>
        ))}
      </div>
    </>
  );
});
