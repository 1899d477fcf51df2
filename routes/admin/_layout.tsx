import { define } from "@/utils.ts";

const SECTIONS = [
  { href: "/admin", label: "Overview" },
  { href: "/admin/api-keys", label: "API keys" },
  { href: "/admin/audit", label: "Audit log" },
  { href: "/admin/users", label: "Users and entitlements" },
] as const;

export default define.layout(function AdminLayout({ Component, url }) {
  return (
    <div class="shell-page">
      <nav class="ui-tabs admin-tabs" aria-label="Administration">
        {SECTIONS.map(({ href, label }) => (
          <a key={href} href={href} aria-current={url.pathname === href ? "page" : undefined}>{label}</a>
        ))}
      </nav>
      <Component />
    </div>
  );
});
