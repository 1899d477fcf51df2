import { Shell } from "@/components/shell/Shell.tsx";
import { define } from "@/utils.ts";

export default define.layout(function AppLayout({ Component, state, url }) {
  return (
    <Shell identity={state.identity} theme={state.theme} url={url}>
      <Component />
    </Shell>
  );
});
