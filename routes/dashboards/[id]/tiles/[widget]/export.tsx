import { page } from "fresh";
import { define } from "@/utils.ts";
import { ErrorMessage } from "@/components/Message.tsx";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import { CsvFile } from "@/lib/server/http/csv_file.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { tileLinks } from "@/lib/tiles/links.ts";
import { readViewState } from "../../../../(_shared)/view_state.ts";
import { signedIn } from "../../../../(_shared)/signed_in.ts";

/** Every row of a tile as a file. Where none can be made, a page says why: a link leads here, without a script. */
export const handler = define.handlers({
  async GET(ctx) {
    const { params, state, url } = ctx;
    const who = signedIn(state);
    const id = params.widget ?? "";
    const view = readViewState(url);
    const widget = await state.services.widgets.get(who, id);
    if (widget.dashboard_id !== params.id) throw notFound("widget", id);
    try {
      const file = await state.services.exports.widget(who, id, view.filters, requestContext(ctx));
      return new CsvFile(file).respond();
    } catch (error) {
      if (!(error instanceof FlowForgeError)) throw error;
      const { code, detail, status, options: { problems = [], retryAfterMs } } = error;
      state.log.warn("export refused", { request_id: state.requestId, code, cause: error.cause });
      state.title = "No file was made";
      const headers: Record<string, string> = retryAfterMs === undefined
        ? {}
        : { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) };
      const links = tileLinks(widget, view);
      return page({ detail, problem: problems[0]?.message, links }, { status, headers });
    }
  },
});

export default define.page<typeof handler>(function ExportPage({ data: { detail, problem, links } }) {
  return (
    <div class="error-page">
      <ErrorMessage
        wholePage
        title="No file was made"
        actions={
          <>
            <a class="ui-button ui-button-primary" href={links.dashboard}>Back to the dashboard</a>
            <a class="ui-button" href={links.csv}>Try again</a>
          </>
        }
      >
        {detail} {problem}
      </ErrorMessage>
    </div>
  );
});
