import type { Span } from './span.ts';

/** One thing that a notice asks for or offers: a row of a table, a number of a list, or a stretch of running text. */
export interface LineItem extends Span {
  /** From 1, in the order of the text. */
  readonly number: number;
  readonly text: string;
  /** Goods concepts of its mentions in the role of goods. */
  readonly goods: readonly string[];
  readonly quantity: { readonly value: number; readonly unit: string } | null;
  readonly budget: { readonly value: number; readonly currency: string } | null;
  /** "or equivalent" stands with it. */
  readonly orEquivalent: boolean;
}
