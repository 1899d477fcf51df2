import { render } from "preact-render-to-string";
import { ChartView, type ChartViewProps } from "./ChartView.tsx";

/** A picture as markup, for what needs it outside a page: benchmarks, golden files, exports. */
export function renderChart(props: ChartViewProps): string {
  return render(<ChartView {...props} />);
}
