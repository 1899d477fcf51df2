import { useEffect } from "preact/hooks";
import { functions } from "@/compiler/browser.ts";
import { useCanvas } from "../context.ts";

interface FunctionNoteProps {
  readonly id: string;
  /** The function that is looked at, if it is one. */
  readonly name: string | undefined;
}

/** A function's signature at once; what it does and an example, once they have come, in room that is kept for them. */
export function FunctionNote({ id, name }: FunctionNoteProps) {
  const { functionHelp: { entries, failure, load } } = useCanvas();
  useEffect(load, []);
  const signature = functions.find((each) => each.name === name)?.signature;
  const entry = entries.value.get(name ?? "");
  return (
    <p id={id} class="canvas-function-note">
      {signature && <code>{signature}</code>}
      {entry && (
        <>
          {" "}
          {entry.help} For example <code>{entry.example}</code>
        </>
      )}
      {signature && !entry && ` ${failure.value ?? ""}`}
    </p>
  );
}
