import { useEffect, useState } from "preact/hooks";
import { useCanvas } from "../context.ts";

const SHOWN_MS = 2500;
const REFUSAL_SHOWN_MS = 7000;

/** The latest word about what happened, read out and shown for a moment. */
export function Messages() {
  const { editor } = useCanvas();
  const message = editor.message.value;
  const [shown, setShown] = useState("");
  useEffect(() => {
    setShown(message);
    if (message === "") return;
    const time = message.startsWith("Cannot") ? REFUSAL_SHOWN_MS : SHOWN_MS;
    const timer = setTimeout(() => editor.message.value = "", time);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="canvas-messages" role="status" aria-live="polite" data-testid="message">
      {shown && <div class={`ui-toast${shown.startsWith("Cannot") ? " error" : ""}`}>{shown}</div>}
    </div>
  );
}
