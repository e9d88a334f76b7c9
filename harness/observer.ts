import type { Check } from './check.js';
import type { Exchange } from './exchange.js';

/**
 * Judges one requirement on all traffic of a run. `watch` returns null for an exchange that says nothing about it. It is a
 * pure fold: all it may keep is its own memory, made by `start`.
 */
export interface Observer<Memory = unknown> {
  /** Requirement id. */
  readonly requirement: string;
  start(): Memory;
  watch(exchange: Exchange, memory: Memory): Check | readonly Check[] | null;
}

/** An observer that judges each exchange by itself. */
export function eachExchange(
  requirement: string,
  watch: (exchange: Exchange) => Check | readonly Check[] | null,
): Observer<null> {
  return { requirement, start: () => null, watch: (exchange) => watch(exchange) };
}

/** An observer that compares exchanges with what it saw before. */
export function acrossExchanges<Memory>(
  requirement: string,
  start: () => Memory,
  watch: (exchange: Exchange, memory: Memory) => Check | readonly Check[] | null,
): Observer<Memory> {
  return { requirement, start, watch };
}
