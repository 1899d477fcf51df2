import { useCanvas } from "../context.ts";
import { Conflict } from "./Conflict.tsx";
import { ConnectTo } from "./ConnectTo.tsx";
import { DraftFound } from "./DraftFound.tsx";
import { GoTo } from "./GoTo.tsx";
import { Help } from "./Help.tsx";
import { Pin } from "./Pin.tsx";
import { QuickAdd } from "./QuickAdd.tsx";
import { Rename } from "./Rename.tsx";

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useCanvas().editor.dialog.value;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "help":
      return <Help />;
    case "palette":
      return <GoTo />;
    case "add":
      return <QuickAdd request={dialog} />;
    case "connect":
      return <ConnectTo source={dialog.source} />;
    case "rename":
      return <Rename id={dialog.id} />;
    case "pin":
      return <Pin id={dialog.id} />;
    case "conflict":
      return <Conflict />;
    case "draft":
      return <DraftFound savedAt={dialog.savedAt} />;
  }
}
