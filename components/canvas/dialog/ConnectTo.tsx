import type { Port } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { refusal, titleOf } from "@/lib/canvas/model/connection.ts";
import { edgeInto } from "@/lib/canvas/model/graph.ts";
import { connect } from "@/lib/canvas/state/actions.ts";
import { describe } from "@/lib/canvas/state/editor.ts";
import { NodeIcon } from "../view/icons.tsx";
import { Modal } from "./Modal.tsx";
import { type Choice, SearchList } from "./SearchList.tsx";

/** Drawing a wire without a pointer: every port that may take it. */
export function ConnectTo({ source }: { readonly source: string }) {
  const { editor } = useCanvas();
  const state = editor.graph.value;

  function find(search: string): readonly Choice[] {
    return [...state.nodes.values()].flatMap((node) =>
      (describe(node.type)?.inputs ?? []).flatMap((port: Port) => {
        const title = titleOf(node, describe(node.type)) + (port === "in" ? "" : `, ${port} side`);
        const fits = !refusal(state, { source, target: node.id, port }, describe) &&
          title.toLowerCase().includes(search.toLowerCase());
        if (!fits) return [];
        return [{
          key: `${node.id}-${port}`,
          label: title,
          detail: edgeInto(state, node.id, port) ? "replaces its wire" : undefined,
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
        empty="No node can take this wire."
        find={find}
      />
    </Modal>
  );
}
