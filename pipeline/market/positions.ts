import type { Trade } from "./model.ts";

/** A position by the average-cost method, in shares and USD. */
export interface Position {
  readonly symbol: string;
  /** Negative when short. */
  readonly quantity: number;
  readonly averagePrice: number;
  readonly realizedPnl: number;
  readonly markPrice: number;
}

export const flat = (symbol: string): Position => ({
  symbol,
  quantity: 0,
  averagePrice: 0,
  realizedPnl: 0,
  markPrice: 0,
});

/** The position after a trade: adding moves the average, reducing realises the difference to it. */
export function applyTrade(position: Position, trade: Pick<Trade, "side" | "quantity" | "price">): Position {
  const signed = trade.side === "buy" ? trade.quantity : -trade.quantity;
  const quantity = position.quantity + signed;
  const adding = position.quantity === 0 || Math.sign(position.quantity) === Math.sign(signed);
  if (adding) {
    const cost = position.averagePrice * Math.abs(position.quantity) + trade.price * trade.quantity;
    return { ...position, quantity, averagePrice: cost / Math.abs(quantity), markPrice: trade.price };
  }
  const closed = Math.min(Math.abs(position.quantity), trade.quantity);
  const gain = (trade.price - position.averagePrice) * closed * Math.sign(position.quantity);
  const turned = Math.abs(signed) > Math.abs(position.quantity);
  return {
    ...position,
    quantity,
    averagePrice: quantity === 0 ? 0 : turned ? trade.price : position.averagePrice,
    realizedPnl: position.realizedPnl + gain,
    markPrice: trade.price,
  };
}

export const unrealizedPnl = (position: Position): number =>
  (position.markPrice - position.averagePrice) * position.quantity;
