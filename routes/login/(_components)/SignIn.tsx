import type { Role } from "@/lib/server/auth/roles.ts";
import type { Identity } from "@/lib/server/identity.ts";
import { Icon } from "@/components/Icon.tsx";
import { Notice } from "@/components/Message.tsx";
import { ThemeToggle } from "@/components/shell/ThemeToggle.tsx";

const ROLE_SUMMARY: Readonly<Record<Role, string>> = {
  admin: "Everything, and keys, users and the audit log",
  analyst: "Draws workflows, arranges dashboards",
  viewer: "Reads dashboards",
};

interface SignInProps {
  readonly users: readonly Identity[];
  readonly next: string;
  readonly error: string | null;
  readonly theme: "dark" | "light";
  readonly here: string;
}

export function SignIn({ users, next, error, theme, here }: SignInProps) {
  return (
    <main class="sign-in">
      <div class="sign-in-theme">
        <ThemeToggle theme={theme} here={here} />
      </div>
      <div class="sign-in-box">
        <div class="sign-in-brand">
          <Icon name="brand" size={28} />
          <div>
            <h1>Sign in to FlowForge</h1>
            <p class="ui-muted">Visual analytics for trading desks</p>
          </div>
        </div>
        {error ? <Notice kind="danger">{error}</Notice> : null}
        {users.length === 0
          ? (
            <Notice kind="warn">
              Sign-in goes through your organisation's identity provider, which this version cannot reach yet.
              The sample users sign in on development servers only.
            </Notice>
          )
          : (
            <>
              <p class="ui-faint">Development server with sample data. Continue as</p>
              <ul class="sign-in-users">
                {users.map((user) => (
                  <li key={user.email}>
                    <form method="post" action="/login">
                      <input type="hidden" name="next" value={next} />
                      <button class="sign-in-user" type="submit" name="email" value={user.email}>
                        <span class="ui-row">
                          <strong>{user.name}</strong>
                          <span class="ui-chip ui-chip-accent">{user.role}</span>
                        </span>
                        <span class="ui-muted ui-clip">{user.email}</span>
                        <span class="ui-faint">{ROLE_SUMMARY[user.role]} · {user.tenantName}</span>
                        <Icon name="right" />
                      </button>
                    </form>
                  </li>
                ))}
              </ul>
            </>
          )}
      </div>
    </main>
  );
}
