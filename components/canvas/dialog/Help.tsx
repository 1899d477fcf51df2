import { SHORTCUTS } from "@/lib/canvas/interact/shortcuts.ts";
import { useCanvas } from "../context.ts";
import { Modal } from "./Modal.tsx";

/** All keys, from the same list that handles them. */
export function Help() {
  const { editor } = useCanvas();
  return (
    <Modal label="Keyboard help" testId="help" wide>
      <h2>Keys</h2>
      <div class="canvas-help">
        {Object.entries(SHORTCUTS).map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {shortcuts.filter(({ isAlias }) => !isAlias).map(({ keys, label }) => (
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
              <dd>Draw a connection; let go on empty space to choose a node for its end</dd>
            </div>
            <div>
              <dt>Drag onto a connection</dt>
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
