import { errorCatalogue } from "@/lib/server/http/problem.ts";

export function ErrorTable() {
  return (
    <table class="ui-table">
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Status</th>
          <th scope="col">Title</th>
        </tr>
      </thead>
      <tbody>
        {errorCatalogue.map(({ code, status, title }) => (
          <tr key={code} id={`error-${code}`}>
            <td>
              <code>{code}</code>
            </td>
            <td>{status}</td>
            <td>{title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
