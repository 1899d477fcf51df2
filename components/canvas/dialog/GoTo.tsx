import { nodeCaption, nodeTypes } from "@/compiler/browser.ts";
import { addNode } from "@/lib/canvas/actions/add.ts";
import { selectNode } from "@/lib/canvas/actions/select.ts";
import { SHORTCUTS } from "@/lib/canvas/interact/shortcuts.ts";
import { schemaOf } from "@/lib/canvas/model/schemas.ts";
import { matches } from "@/lib/canvas/model/search.ts";
import { titleOf } from "@/lib/canvas/model/title.ts";
import { useCanvas } from "../context.ts";
import { NodeIcon } from "../view/icons.tsx";
import { Modal } from "./Modal.tsx";
import { type Choice, SearchList } from "./SearchList.tsx";

/** Ctrl+K: go to a node or a column, add a node, or do anything a key does. */
export function GoTo() {
  const context = useCanvas();
  const { editor } = context;
  const close = () => editor.dialog.value = null;

  function nodes(): readonly Choice[] {
    return [...editor.graph.value.nodes.values()].map((node) => ({
      key: `node-${node.id}`,
      label: titleOf(node),
      detail: nodeCaption(node.type, node.config),
      icon: <NodeIcon type={node.type} />,
      choose() {
        close();
        selectNode(editor, node.id);
      },
    }));
  }

  function columns(): readonly Choice[] {
    return [...editor.graph.value.nodes.values()].flatMap((node) =>
      schemaOf(editor.propagation.value, node.id).columns.map((column) => ({
        key: `column-${node.id}-${column.name}`,
        label: column.name,
        detail: `column of ${titleOf(node)}`,
        choose() {
          close();
          selectNode(editor, node.id);
        },
      }))
    );
  }

  const additions: readonly Choice[] = nodeTypes.map((type) => ({
    key: `add-${type.type}`,
    label: `Add ${type.label}`,
    detail: type.summary,
    icon: <NodeIcon type={type.type} />,
    choose() {
      close();
      addNode(editor, type.type);
    },
  }));

  const actions: readonly Choice[] = Object.values(SHORTCUTS).flat()
    .filter(({ isKeyOnly }) => !isKeyOnly)
    .map((shortcut) => ({
      key: `do-${shortcut.keys}`,
      label: shortcut.label,
      detail: shortcut.keys,
      choose() {
        close();
        shortcut.run(context);
      },
    }));

  function find(search: string): readonly Choice[] {
    const all = search === ""
      ? [...nodes(), ...actions]
      : [...nodes(), ...additions, ...columns(), ...actions];
    return all.filter(({ label, detail = "" }) => matches(`${label} ${detail}`, search)).slice(0, 40);
  }

  return (
    <Modal label="Go to anything" testId="command-palette">
      <SearchList
        label="Go to"
        placeholder="A node, a column, an action …"
        empty="Nothing matches."
        find={find}
      />
    </Modal>
  );
}
