import { type NodeDescription, nodeDescription } from "@/compiler/browser.ts";
import { addNode } from "@/lib/canvas/actions/add.ts";
import { findNodeTypes } from "@/lib/canvas/model/search.ts";
import type { Dialog } from "@/lib/canvas/state/dialog.ts";
import { useCanvas } from "../context.ts";
import { NodeIcon } from "../view/icons.tsx";
import { Modal } from "./Modal.tsx";
import { type Choice, SearchList } from "./SearchList.tsx";

/** A searchable list of the node types that fit where the new one will stand. */
export function QuickAdd({ request }: { readonly request: Extract<Dialog, { kind: "add" }> }) {
  const { editor } = useCanvas();
  const after = request.after ?? (request.at || request.edge ? undefined : editor.active.value ?? undefined);
  const anchor = after === undefined ? undefined : editor.graph.value.nodes.get(after);
  const feeds = anchor !== undefined && !nodeDescription(anchor.type)?.terminal;
  const fits = (type: NodeDescription) =>
    request.edge
      ? type.inputs.length > 0 && !type.terminal
      : !request.after || !feeds || type.inputs.length > 0;

  function find(search: string): readonly Choice[] {
    const found = findNodeTypes(search).filter(fits);
    // What begins with the letters typed comes first: "so" is a sort, not a source.
    const begins = (type: NodeDescription) =>
      type.label.toLowerCase().startsWith(search.toLowerCase()) ? 0 : 1;
    return found.toSorted((a, b) => begins(a) - begins(b)).map((type) => ({
      key: type.type,
      label: type.label,
      detail: type.summary,
      icon: <NodeIcon type={type.type} />,
      testId: `add-${type.type}`,
      choose() {
        editor.dialog.value = null;
        addNode(editor, type.type, { ...request, after });
      },
    }));
  }

  return (
    <Modal label="Add a node" testId="quick-add">
      <SearchList label="Node" placeholder="Filter, sort, join …" empty="No node matches." find={find} />
    </Modal>
  );
}
