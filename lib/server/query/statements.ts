/**
 * A widget that many look at is one graph and few questions: what was read and compiled for one of them serves the next.
 * Whatever a statement depends on is part of its name here, so nothing that was revoked or changed lives on in one.
 */
import { LRUCache } from "lru-cache";
import { type ReadGraph, readGraph } from "@/compiler/mod.ts";
import type { Catalog, CatalogTable } from "@/compiler/schema/types.ts";
import { numbered } from "./numbered.ts";
import type { Route, Routed } from "./router.ts";

const MOST = 1_000;
/** Characters of SQL and of what was asked. */
const MOST_CHARACTERS = 20_000_000;

interface Statements {
  /** Reads a graph, or returns what was read of this very object, its structural problems with it. */
  read(graph: unknown): ReadGraph;
  /** Routes and compiles, or returns what the same question gave for a graph that was read twice. */
  readonly route: Route;
}

/** Takes the router; returns it with a memory. Graphs and tables of the catalogue must not be changed in place. */
export function rememberStatements(route: Route): Statements {
  const known = new LRUCache<string, Routed>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ statement }, name) => statement.sql.length + name.length,
  });
  const graphs = new WeakMap<object, ReadGraph>();
  /** Graphs that came twice; most previews come once, and are not kept. */
  const repeated = numbered<ReadGraph>();
  const tables = numbered<CatalogTable>();

  const catalogName = ({ tables: visible }: Catalog) => visible.map((table) => tables.of(table));

  return {
    read(graph) {
      if (typeof graph !== "object" || graph === null) return readGraph(graph);
      const before = graphs.get(graph);
      if (before !== undefined) {
        repeated.of(before);
        return before;
      }
      const read = readGraph(graph);
      graphs.set(graph, read);
      return read;
    },

    route(graph, target, options) {
      const number = repeated.known(graph);
      if (number === undefined) return route(graph, target, options);
      const { catalog, ...asked } = options;
      // What is asked came as text or JSON, so two questions that differ have different texts.
      const name = JSON.stringify([number, target, catalogName(catalog), asked]);
      const before = known.get(name);
      if (before !== undefined) return before;
      const routed = route(graph, target, options);
      known.set(name, routed);
      return routed;
    },
  };
}
