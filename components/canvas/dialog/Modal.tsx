import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { focusNode } from "@/lib/canvas/actions/look.ts";
import { useCanvas } from "../context.ts";

interface ModalProps {
  readonly label: string;
  readonly testId: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
  onClose?(): void;
}

/** A native dialog: it holds the focus, closes on Escape and gives the focus back. */
export function Modal({ label, testId, wide, children, onClose }: ModalProps) {
  const { editor } = useCanvas();
  const element = useRef<HTMLDialogElement>(null);
  const close = () => {
    if (onClose) onClose();
    else editor.dialog.value = null;
  };

  // A layout effect, so that the dialog is open before the next key press, which is meant for it.
  useLayoutEffect(() => {
    const dialog = element.current!;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      const id = editor.active.peek();
      if (id !== null && (before === null || before === document.body || !before.isConnected)) {
        focusNode(editor, id);
      } else if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={element}
      class={`ui-dialog canvas-dialog${wide ? " canvas-dialog-wide" : ""}`}
      aria-label={label}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && close()}
    >
      {children}
    </dialog>
  );
}
