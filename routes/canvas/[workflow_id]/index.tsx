import { page } from "fresh";
import { asset, Head } from "fresh/runtime";
import type { Graph } from "@/compiler/schema/types.ts";
import Canvas from "@/islands/Canvas.tsx";
import { define } from "@/utils.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

const EMPTY: Graph = { version: 1, nodes: [], edges: [] };

export const handler = define.handlers({
  /** "new" opens an empty canvas; it gets its id with the first save. */
  async GET({ params, state }) {
    const who = signedIn(state);
    const id = params.workflow_id ?? "";
    const [workflow, catalog] = await Promise.all([
      id === "new" ? null : state.services.workflows.get(who, id),
      state.services.catalog.catalog(who),
    ]);
    state.title = workflow?.name ?? "New workflow";
    return page({
      catalog,
      workflow: {
        id: workflow?.id ?? null,
        name: workflow?.name ?? "Untitled workflow",
        version: workflow?.version ?? 0,
        graph: workflow?.graph ?? EMPTY,
      },
    });
  },
});

export default define.page<typeof handler>(function CanvasPage({ data }) {
  return (
    <>
      <Head>
        {/* Without a key of its own it would replace the style sheet of every page. */}
        <link key="canvas.css" rel="stylesheet" href={asset("/canvas.css")} />
      </Head>
      <Canvas workflow={data.workflow} catalog={data.catalog} />
    </>
  );
});
