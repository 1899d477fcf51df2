import { nodeDescription, type Port } from "@/compiler/browser.ts";
import { connect } from "@/lib/canvas/actions/edit.ts";
import { refusal } from "@/lib/canvas/model/connection.ts";
import { edgeInto } from "@/lib/canvas/model/graph.ts";
import { matches } from "@/lib/canvas/model/search.ts";
import { titleOf } from "@/lib/canvas/model/title.ts";
import { useCanvas } from "../context.ts";
import { NodeIcon } from "../view/icons.tsx";
import { Modal } from "./Modal.tsx";
import { type Choice, SearchList } from "./SearchList.tsx";

/** Drawing an edge without a pointer: every port that may take it. */
export function ConnectTo({ source }: { readonly source: string }) {
  const { editor } = useCanvas();
  const state = editor.graph.value;

  function find(search: string): readonly Choice[] {
    return [...state.nodes.values()].flatMap((node) =>
      (nodeDescription(node.type)?.inputs ?? []).flatMap((port: Port) => {
        const title = titleOf(node) + (port === "in" ? "" : `, ${port} side`);
        const fits = !refusal(state, { source, target: node.id, port }) && matches(title, search);
        if (!fits) return [];
        return [{
          key: `${node.id}-${port}`,
          label: title,
          detail: edgeInto(state, node.id, port) ? "replaces its connection" : undefined,
          icon: <NodeIcon type={node.type} />,
          choose() {
            editor.dialog.value = null;
            connect(editor, source, node.id, port);
          },
        }];
      })
    );
  }

  return (
    <Modal label="Connect to" testId="connect-to">
      <SearchList
        label="Connect to"
        placeholder="Which node?"
        empty="No node can take this connection."
        find={find}
      />
    </Modal>
  );
}
