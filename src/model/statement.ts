import type { Purpose } from './claim.ts';
import type { Span } from './span.ts';

/** Words of a text that say something; `text.slice(start, end)` of it is `text` here. */
export interface Said extends Span {
  readonly text: string;
}

/** What one text says of goods, where they go, what they are for, and whether there was a notice. */
export interface Statement {
  /** Concepts of the catalogue. */
  readonly goods: readonly (Said & { readonly concept: string; readonly denied: boolean })[];
  /** Goods that no list controls: `toys`. */
  readonly otherGoods: readonly (Said & { readonly name: string; readonly denied: boolean })[];
  readonly places: readonly (Said & {
    /** ISO country. */
    readonly country: string;
    readonly denied: boolean;
    /** `goes`: the text says that goods go there, or that buyers are there; `named`: it names the place, no more. */
    readonly how: 'goes' | 'named';
  })[];
  readonly purposes: readonly (Said & { readonly purpose: Purpose; readonly denied: boolean })[];
  /** Buyers of another country than the one from which the text speaks, or of the same. */
  readonly scope: readonly (Said & {
    readonly scope: 'abroad' | 'home';
    readonly denied: boolean;
    /** ISO country from which it speaks, where its language tells: 国外 of China; null of languages of many countries. */
    readonly from: string | null;
  })[];
  readonly publication: readonly (Said & { readonly says: 'denied' | 'admitted' })[];
}
