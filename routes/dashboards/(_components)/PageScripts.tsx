import { asset } from "fresh/runtime";
import { vendorUrl } from "../../vendor/(_files)/vendor_files.ts";

/** The scripts of pages whose tiles refresh. Without them the page is complete and its links still work. */
export function PageScripts() {
  return (
    <>
      <script src={vendorUrl("htmx.js")} defer />
      <script src={asset("/tiles.js")} defer />
    </>
  );
}
