import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "@/components/Icon.tsx";

interface MessageProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What happened and what to do next. */
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** A message that is the whole page carries the page's heading. */
  readonly wholePage?: boolean;
}

/** Says that there is nothing to show yet, and what to do about it. */
export function EmptyMessage({ icon = "grid", title, children, actions }: MessageProps) {
  return (
    <div class="ui-empty">
      <Icon name={icon} size={24} />
      <strong>{title}</strong>
      {children ? <p>{children}</p> : null}
      {actions ? <div class="ui-actions">{actions}</div> : null}
    </div>
  );
}

/** Something failed, and what can be done about it. */
export function ErrorMessage({ icon = "warning", title, children, actions, wholePage }: MessageProps) {
  return (
    <div class="ui-error" role="alert">
      <Icon name={icon} size={24} />
      {wholePage ? <h1>{title}</h1> : <strong>{title}</strong>}
      {children ? <p>{children}</p> : null}
      {actions ? <div class="ui-actions">{actions}</div> : null}
    </div>
  );
}

/** A line above a form or a list: what just went wrong or well. */
export function Notice(
  { kind, children }: {
    readonly kind: "danger" | "warn" | "success" | "info";
    readonly children: ComponentChildren;
  },
) {
  return (
    <div class={`ui-notice ui-notice-${kind}`} role={kind === "danger" ? "alert" : "status"}>
      <Icon name={kind === "success" ? "check" : "warning"} />
      <div>{children}</div>
    </div>
  );
}
