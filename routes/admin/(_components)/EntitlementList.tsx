interface EntitlementListProps {
  readonly tables: readonly string[] | "all";
  readonly symbols: readonly string[] | "all";
}

export function EntitlementList({ tables, symbols }: EntitlementListProps) {
  return (
    <section class="ui-panel">
      <div class="ui-panel-head">
        <h2>Market-data entitlements</h2>
      </div>
      <div class="ui-panel-body ui-stack">
        <Grant
          label="Tables"
          granted={tables}
          all="All tables of the catalogue"
          none="No table: every query is refused."
        />
        <Grant
          label="Symbols"
          granted={symbols}
          all="All symbols"
          none="No symbol: market data shows no rows."
        />
      </div>
    </section>
  );
}

interface GrantProps {
  readonly label: string;
  readonly granted: readonly string[] | "all";
  readonly all: string;
  readonly none: string;
}

function Grant({ label, granted, all, none }: GrantProps) {
  return (
    <div>
      <h3 class="grant-label">{label}</h3>
      {granted === "all"
        ? <p>{all}</p>
        : granted.length === 0
        ? <p class="ui-muted">{none}</p>
        : <ul class="chip-list">{granted.map((name) => <li key={name} class="ui-chip">{name}</li>)}</ul>}
    </div>
  );
}
