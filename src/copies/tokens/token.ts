import type { FieldKind } from '../../catalogue/copy-fields.ts';

/** What a token is. The first row is running text; the others are facts with a normalised value, so that two ways of writing compare equal. */
export type TokenKind =
  | ('word' | 'han' | 'figure' | 'model')
  | ('stage' | 'procedure' | 'round' | 'ordinal' | 'lot' | 'phase' | 'section' | 'year')
  | ('date' | 'time' | 'price' | 'quantity' | 'number' | 'class' | 'phone' | 'mail' | 'url' | 'label');

/** Where a token stands: in the title, behind a label, on a line that is the name of a body, or in running text. */
export type TokenPlace = 'title' | FieldKind | 'body';

/** One unit of comparison. `key` is equal where two texts say the same; offsets are UTF-16 in the original. */
export interface Token {
  readonly key: string;
  readonly kind: TokenKind;
  readonly place: TokenPlace;
  readonly start: number;
  readonly end: number;
  /** Number of the line, from 0. */
  readonly line: number;
  /** Of a sum that says it: which currency, ISO 4217. The key is the figure alone. */
  readonly currency?: string;
  /** Of what is said of whoever publishes a text and stands behind no label: whose name it is. */
  readonly signs?: Signing;
}

/** The account that passes a text on, a person who is to be called, or whoever signs the text. */
export type Signing = 'account' | 'contactPerson' | 'signature';

/** A fact found in a folded line, offsets in it. */
export interface Atom {
  readonly kind: TokenKind;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Words of the text itself; the other kinds are facts, or say what stands behind them. */
export function isRunning(kind: TokenKind): boolean {
  return kind === 'word' || kind === 'han';
}
