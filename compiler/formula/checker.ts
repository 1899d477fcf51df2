/** Tree → typed expression. Every fault is a problem with its place; what is sound is still checked. */
import { MAX_PRECISION, MAX_SCALE, param } from "../functions/mod.ts";
import type { Expr } from "../ir/expr.ts";
import { closestName } from "../schema/closest_name.ts";
import type { FormulaNode, NodeOf } from "./ast.ts";
import { checkCall } from "./calls.ts";
import { checkCase } from "./case.ts";
import { Checking, NULL, TEXT } from "./checking.ts";
import { findFunction } from "./library/mod.ts";
import { parseNumber } from "./literals.ts";
import { checkBinary, checkChain, checkUnary } from "./operators.ts";

export class Checker extends Checking {
  override check(node: FormulaNode): Expr | undefined {
    switch (node.kind) {
      case "missing":
        return undefined;
      case "null":
        return NULL;
      case "boolean":
        return param(node.value, { type: "boolean", nullable: false });
      case "text":
        return this.#text(node);
      case "number":
        return this.#number(node);
      case "column":
        return this.#column(node);
      case "bare":
        return this.#bare(node);
      case "call":
        return checkCall(this, node);
      case "unary":
        return checkUnary(this, node);
      case "binary":
        return checkBinary(this, node);
      case "chain":
        return checkChain(this, node);
      case "case":
        return checkCase(this, node);
    }
  }

  #text(node: NodeOf<"text">): Expr | undefined {
    if (node.value.includes("\0")) {
      return this.report(node.span, "invalid_literal", "Cannot use a NUL character in text");
    }
    return param(node.value, TEXT);
  }

  #number(node: NodeOf<"number">): Expr | undefined {
    const literal = parseNumber(node.text, MAX_PRECISION);
    if (literal === undefined || (literal.kind === "decimal" && literal.scale > MAX_SCALE)) {
      return this.report(
        node.span,
        "invalid_literal",
        `Cannot read ${node.text.slice(0, 40)}: the number is too ${/e/i.test(node.text) ? "large" : "long"}`,
      );
    }
    if (literal.kind !== "decimal") return param(literal.value, { type: literal.kind, nullable: false });
    const { precision, scale } = literal;
    return param(literal.value, { type: "decimal", nullable: false, precision, scale });
  }

  #column(node: NodeOf<"column">): Expr | undefined {
    const column = this.scope.get(node.name);
    if (column !== undefined) return { kind: "column", id: column.id, type: column.type };
    const suggestion = closestName(node.name.trim(), this.scope.keys());
    return this.report(
      node.span,
      "unknown_column",
      `Cannot find column [${node.name}]`,
      suggestion === undefined ? undefined : `Did you mean [${suggestion}]?`,
    );
  }

  #bare(node: NodeOf<"bare">): undefined {
    const signature = findFunction(node.name)?.signature;
    if (signature !== undefined && !this.scope.has(node.name)) {
      const name = node.name.toUpperCase();
      return this.report(
        node.span,
        "unknown_name",
        `Cannot use ${name} alone: a function takes parentheses`,
        `Write ${signature}.`,
      );
    }
    const column = this.scope.has(node.name) ? node.name : closestName(node.name, this.scope.keys());
    return this.report(
      node.span,
      "unknown_name",
      `Cannot read ${node.name}: columns stand in brackets, functions take parentheses`,
      column === undefined ? undefined : `Did you mean [${column}]?`,
    );
  }
}
