import type { Column, Port } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { Form, type FormContext } from "../form/context.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { titleOf } from "@/lib/canvas/model/connection.ts";
import { incoming, portOf } from "@/lib/canvas/model/graph.ts";
import { isUnfinished } from "@/lib/canvas/model/wording.ts";
import { bypassSelected, focusNode, removeSelected } from "@/lib/canvas/state/actions.ts";
import { describe, schemaOf } from "@/lib/canvas/state/editor.ts";
import { ColumnsOut } from "./ColumnsOut.tsx";
import { NodeIcon } from "./icons.tsx";

/** Settings of the selected node, docked beside the canvas. Read-only while a run is on. */
export function ConfigPanel() {
  const { editor } = useCanvas();
  const id = editor.active.value;
  const node = id === null ? undefined : editor.graph.value.nodes.get(id);
  if (!node) return <NothingSelected />;
  const description = describe(node.type);
  const form: FormContext = {
    nodeId: node.id,
    catalog: editor.catalog.value,
    inputs: inputColumns(),
    problems: schemaOf(editor.propagation.value, node.id).problems,
  };
  const shownByField = new Set(
    form.problems.filter((problem) => problem.field).map((problem) => problem.field),
  );

  function inputColumns(): Partial<Record<Port, readonly Column[]>> {
    return Object.fromEntries(
      incoming(editor.graph.value, node!.id).map((edge) => [
        portOf(edge),
        schemaOf(editor.propagation.value, edge.source).columns,
      ]),
    );
  }

  return (
    <section
      id="canvas-settings"
      class="canvas-settings"
      aria-label={`Settings of ${titleOf(node, description)}`}
      data-testid="config-panel"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        focusNode(editor, node.id);
      }}
    >
      <header class="canvas-settings-head">
        <NodeIcon type={node.type} size={18} />
        <input
          class="canvas-rename"
          aria-label="Name of the node"
          data-testid="node-label"
          data-skip
          placeholder={description?.label}
          value={node.label ?? ""}
          maxLength={120}
          onInput={(event) =>
            editor.run({ kind: "rename", id: node.id, label: event.currentTarget.value }, {
              mergeKey: `rename ${node.id}`,
            })}
        />
      </header>
      <p class="canvas-settings-summary">
        {description?.summary ?? `This version does not know "${node.type}".`}
      </p>
      {form.problems.filter((problem) => !problem.field || !visiblePath(problem.field)).map((problem) => (
        <p
          key={problem.code + problem.message}
          class={isUnfinished(problem) ? "canvas-field-warning" : "ui-field-error"}
          role="status"
        >
          {problem.message} {problem.hint}
        </p>
      ))}
      <fieldset class="canvas-fields" disabled={editor.running.value} key={node.id}>
        <Form.Provider value={form}>
          <FieldsForm
            fields={description?.fields ?? []}
            value={node.config}
            onChange={(config) =>
              editor.run({ kind: "configure", id: node.id, config }, { mergeKey: `configure ${node.id}` })}
          />
        </Form.Provider>
      </fieldset>
      <ColumnsOut node={node} terminal={description?.terminal ?? false} />
      <footer class="canvas-settings-foot">
        <button
          type="button"
          class="ui-button ui-button-small"
          data-skip
          onClick={() => bypassSelected(editor)}
        >
          {node.disabled ? "Enable" : "Bypass"}
        </button>
        <button
          type="button"
          class="ui-button ui-button-small ui-button-danger"
          data-skip
          data-testid="remove-node"
          onClick={() => removeSelected(editor)}
        >
          Remove
        </button>
      </footer>
    </section>
  );

  /** Problems with a field of their own stand below that field. */
  function visiblePath(path: string): boolean {
    const [key] = path.split(/[.[]/);
    return shownByField.has(path) &&
      (description?.fields ?? []).some((field) =>
        field.key === key || (field.key === "" && key === "conditions")
      );
  }
}

function NothingSelected() {
  const { editor } = useCanvas();
  const count = editor.selection.value.size;
  return (
    <section class="canvas-settings canvas-settings-empty" aria-label="Settings" data-testid="config-panel">
      {count > 1
        ? <p>{count} nodes selected. Delete, duplicate (Ctrl+D), bypass (Ctrl+B) or move them together.</p>
        : <p>Select a node to change its settings and see its rows.</p>}
    </section>
  );
}
