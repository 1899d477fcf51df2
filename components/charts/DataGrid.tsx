import type { GridCell, GridColumn, GridPicture } from "@/lib/charts/types.ts";
import type { PictureProps } from "./picture_props.ts";

/** A table that scrolls in its own frame, reachable by keyboard. */
export function DataGrid({ picture, title }: PictureProps<GridPicture>) {
  const { note, truncated, summary } = picture;
  return (
    <div class="chart chart-table">
      <div class="chart-scroll" tabIndex={0} role="group" aria-label={title ?? summary}>
        <GridTable picture={picture} title={title} />
      </div>
      <p class={truncated ? "chart-foot chart-foot-cut" : "chart-foot"}>{note}</p>
    </div>
  );
}

/** The bare table; hidden beside a plot it needs no frame and no place in the order of focus. */
export function GridTable({ picture, title }: { readonly picture: GridPicture; readonly title?: string }) {
  const { groups, columns, rows, summary } = picture;
  return (
    <table class="chart-data">
      <caption class="chart-hidden">{title ? `${title}. ${summary}` : summary}</caption>
      <thead>
        {groups.map((cells, line) => (
          <tr key={line} class="chart-group-row">
            {cells.map((cell, index) =>
              cell.text === ""
                ? <td key={index} colSpan={cell.span} />
                : <th key={index} colSpan={cell.span} scope="colgroup">{cell.text}</th>
            )}
          </tr>
        ))}
        <tr>{columns.map((column, index) => <HeadCell key={index} column={column} />)}</tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line} class={row.total ? "chart-total" : undefined}>
            {row.cells.map((cell, index) => <Cell key={index} cell={cell} column={columns[index]} />)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell({ column }: { readonly column: GridColumn }) {
  return (
    <th scope="col" class={column.align === "end" ? "chart-number" : undefined}>
      {column.name}
      {column.unit && <span class="chart-unit">{column.unit}</span>}
    </th>
  );
}

function Cell({ cell, column }: { readonly cell: GridCell; readonly column: GridColumn | undefined }) {
  const classes = [
    column?.align === "end" && "chart-number",
    cell.empty && "chart-null",
    cell.negative && "chart-negative",
    column?.total && "chart-total-cell",
  ].filter(Boolean).join(" ") || undefined;
  if (column?.heading) return <th scope="row" class={classes} title={cell.full}>{cell.text}</th>;
  return <td class={classes} title={cell.full}>{cell.text}</td>;
}
