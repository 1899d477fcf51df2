import type { Identity } from "@/lib/server/identity.ts";
import { Icon } from "@/components/Icon.tsx";

export function UserMenu({ identity }: { readonly identity: Identity }) {
  return (
    <>
      <button
        type="button"
        class="ui-button ui-button-quiet"
        popovertarget="user-menu"
        aria-label={`User menu of ${identity.name}`}
      >
        <Icon name="user" />
        <span class="shell-user ui-clip">{identity.name}</span>
        <Icon name="down" size={12} />
      </button>
      <div class="ui-menu" id="user-menu" popover>
        <div class="shell-who">
          <strong>{identity.name}</strong>
          <span class="ui-faint">{identity.email}</span>
          <span class="ui-row">
            <span class="ui-chip">{identity.role}</span>
            <span class="ui-chip">{identity.tenantName}</span>
          </span>
        </div>
        <hr class="ui-menu-line" />
        <form method="post" action="/logout">
          <button type="submit" class="ui-menu-item">
            <Icon name="exit" /> Sign out
          </button>
        </form>
      </div>
    </>
  );
}
