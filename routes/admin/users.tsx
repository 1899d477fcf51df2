import { page } from "fresh";
import { define } from "@/utils.ts";
import { signedIn } from "../(_shared)/signed_in.ts";
import { EntitlementList } from "./(_components)/EntitlementList.tsx";
import { UserTable } from "./(_components)/UserTable.tsx";

export const handler = define.handlers({
  async GET({ state }) {
    state.title = "Users and entitlements";
    const who = signedIn(state);
    const [users, entitlements] = await Promise.all([
      state.services.people.list(who),
      state.services.people.entitlements(who),
    ]);
    return page({ users, entitlements });
  },
});

export default define.page<typeof handler>(function UsersPage({ data, state }) {
  return (
    <div class="ui-stack">
      <div class="shell-head">
        <div>
          <h1>Users and entitlements</h1>
          <p>
            Everyone of{" "}
            {signedIn(state).tenantName}, and what they may read. Roles come from your identity provider.
          </p>
        </div>
      </div>
      <UserTable users={data.users} />
      <EntitlementList {...data.entitlements} />
    </div>
  );
});
