import type { UserSummary } from "@/lib/server/people/schema.ts";

export function UserTable({ users }: { readonly users: readonly UserSummary[] }) {
  return (
    <div class="ui-panel ui-table-scroll">
      <table class="ui-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
          </tr>
        </thead>
        <tbody>
          {users.map(({ id, name, email, role }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{email}</td>
              <td>
                <span class={role === "admin" ? "ui-chip ui-chip-accent" : "ui-chip"}>{role}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
