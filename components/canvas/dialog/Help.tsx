import { useCanvas } from "../context.ts";
import { SHORTCUTS } from "@/lib/canvas/interact/keymap.ts";
import { Modal } from "./Modal.tsx";

const HIDDEN = new Set(["/", "Backspace", "Ctrl+Shift+Z"]);

/** All keys, from the same list that handles them. */
export function Help() {
  const { editor } = useCanvas();
  const groups = Map.groupBy(SHORTCUTS.filter(({ keys }) => !HIDDEN.has(keys)), (shortcut) => shortcut.group);
  return (
    <Modal label="Keyboard help" testId="help" wide>
      <h2>Keys</h2>
      <div class="canvas-help">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>{keys.split("+").map((key) => <kbd key={key}>{key}</kbd>)}</dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Pointer</h3>
          <dl>
            <div>
              <dt>Drag a port</dt>
              <dd>Draw a wire; let go on empty space to choose a node for its end</dd>
            </div>
            <div>
              <dt>Drag onto a wire</dt>
              <dd>Insert the node there</dd>
            </div>
            <div>
              <dt>Shift+drag</dt>
              <dd>Select with a frame</dd>
            </div>
            <div>
              <dt>Wheel, Ctrl+wheel</dt>
              <dd>Pan, zoom</dd>
            </div>
          </dl>
        </section>
      </div>
      <div class="ui-actions">
        <button type="button" class="ui-button" onClick={() => editor.dialog.value = null}>Close</button>
      </div>
    </Modal>
  );
}
