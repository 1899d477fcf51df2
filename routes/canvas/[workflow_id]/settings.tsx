import { page } from "fresh";
import { checked } from "@/lib/server/checked.ts";
import { readForm } from "@/lib/server/http/form_body.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { workflowPatch } from "@/lib/server/workflows/schema.ts";
import { define } from "@/utils.ts";
import { type Invalid, orInvalid, text } from "../../(_shared)/form.ts";
import { seeOther } from "../../(_shared)/next.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { WorkflowSettings } from "../(_components)/WorkflowSettings.tsx";

export const handler = define.handlers({
  async GET({ params, state }) {
    const workflow = await state.services.workflows.get(signedIn(state), params.workflow_id ?? "");
    state.title = `Settings of ${workflow.name}`;
    const { name, description } = workflow;
    return page({ workflow, name, description, invalid: null as Invalid | null });
  },
  /** Renaming touches nothing that an open canvas edits, so it is based on the version the server has now. */
  async POST(ctx) {
    const { params, req, state } = ctx;
    const who = signedIn(state);
    const form = await readForm(req);
    const workflow = await state.services.workflows.get(who, params.workflow_id ?? "");
    const input = { name: text(form, "name"), description: text(form, "description") };
    const outcome = await orInvalid(() => {
      const patch = checked(workflowPatch, { ...input, version: workflow.version });
      return state.services.workflows.update(who, workflow.id, patch, requestContext(ctx));
    });
    if ("done" in outcome) return seeOther("/canvas");
    state.title = `Settings of ${workflow.name}`;
    const invalid: Invalid | null = outcome.invalid;
    return page({ workflow, ...input, invalid }, { status: 422 });
  },
});

export default define.page<typeof handler>(function WorkflowSettingsPage({ data }) {
  return <WorkflowSettings {...data} />;
});
