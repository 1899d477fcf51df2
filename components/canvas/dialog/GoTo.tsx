import { nodeCaption, nodeTypes } from "@/compiler/browser.ts";
import type { NodeType } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { SHORTCUTS } from "@/lib/canvas/interact/keymap.ts";
import { titleOf } from "@/lib/canvas/model/connection.ts";
import { addNode, focusNode } from "@/lib/canvas/state/actions.ts";
import { describe, schemaOf } from "@/lib/canvas/state/editor.ts";
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
      label: titleOf(node, describe(node.type)),
      detail: nodeCaption(node.type, node.config),
      icon: <NodeIcon type={node.type} />,
      choose() {
        close();
        editor.select([node.id]);
        focusNode(editor, node.id);
      },
    }));
  }

  function columns(): readonly Choice[] {
    return [...editor.graph.value.nodes.values()].flatMap((node) =>
      schemaOf(editor.propagation.value, node.id).columns.map((column) => ({
        key: `column-${node.id}-${column.name}`,
        label: column.name,
        detail: `column of ${titleOf(node, describe(node.type))}`,
        choose() {
          close();
          editor.select([node.id]);
          focusNode(editor, node.id);
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
      addNode(editor, type.type as NodeType);
    },
  }));

  const actions: readonly Choice[] = SHORTCUTS
    .filter(({ keys }) =>
      !["Tab", "Enter", "Escape", "Backspace", "/", "Ctrl+K", "Arrow keys", "Alt+Arrow keys"]
        .includes(keys) && !/\+[XCV]$/.test(keys)
    )
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
    const words = search.toLowerCase().split(/\s+/);
    const fits = (choice: Choice) => {
      const text = `${choice.label} ${choice.detail ?? ""}`.toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const all = search === ""
      ? [...nodes(), ...actions]
      : [...nodes(), ...additions, ...columns(), ...actions];
    return all.filter(fits).slice(0, 40);
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
