/** What `fresh/runtime` is in bundles for the browser. */
import { type ComponentChildren, type VNode } from "preact";
import { useEffect } from "preact/hooks";
import hashes from "fresh:assets";

export const IS_BROWSER: boolean = true;

export function asset(path: string): string {
  const hash = Object.hasOwn(hashes, path) ? hashes[path] : undefined;
  return hash ? `${path}?__frsh_c=${hash}` : path;
}

export function assetSrcSet(sources: string): string {
  return sources.split(",").map((source) => source.replace(/\S+/, asset)).join(",");
}

type HeadElement = VNode<Record<string, unknown>>;

function isElement(child: unknown): child is HeadElement {
  return typeof child === "object" && child !== null && "props" in child && "type" in child;
}

function find(tag: string, props: Record<string, unknown>): Element | null {
  if (typeof props.id === "string") return document.getElementById(props.id);
  if (tag !== "meta" || typeof props.name !== "string") return null;
  return document.head.querySelector(`meta[name="${CSS.escape(props.name)}"]`);
}

function apply({ type, props }: HeadElement): void {
  const text = [props.children].flat().join("");
  if (type === "title") {
    document.title = text;
    return;
  }
  const element = find(String(type), props) ??
    document.head.appendChild(document.createElement(String(type)));
  for (const [name, value] of Object.entries(props)) {
    if (name !== "children" && value !== undefined && value !== null) {
      element.setAttribute(name, String(value));
    }
  }
  if (text !== "") element.textContent = text;
}

export function Head({ children }: { children?: ComponentChildren }): null {
  useEffect(() => [children].flat().filter(isElement).forEach(apply));
  return null;
}
