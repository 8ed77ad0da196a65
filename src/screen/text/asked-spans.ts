import type { ScreenIndex } from '../index/screen-index.ts';
import { Recent } from '../recent.ts';
import { AskedOnce } from './asked-once.ts';
import type { Verified } from './span-verifier.ts';

/** What the finder may ask of the index: as `ScreenIndex` answers. */
export type NameSearch = Pick<ScreenIndex, 'searchNames'>;

/** A listed name that a span is like. */
export interface Likeness {
  readonly name: number;
  readonly verified: Verified;
}

/** What two names of trade words alone score that are the same: Central Aerohydrodynamic Institute. */
const SAME_TRADES = 0.72;

/** Is a listed name surely what a body is called by, as far as it is `least` or the same? */
export function isCalledSo({ score, missing, rarest, words, places }: Verified, least: number): boolean {
  return score >= least ? missing <= rarest : words + places === 0 && missing === 0 && score >= SAME_TRADES;
}

const MOST_REMEMBERED = 20_000;
/** Spans of one text that the index is asked for, at most: each costs as much as a query. */
const MOST_ASKED = 400;
const MOST_LIKE = 20;
const NONE: readonly Likeness[] = [];
/** Of spans that the index need not be asked for. */
const NO_NAME: readonly Likeness[] = [];

/** Spans of texts that the index is asked for as for a query, each once. */
export class AskedSpans {
  readonly #search: NameSearch;
  readonly #wanted: Uint8Array | undefined;
  readonly #remembered = new Recent<string, readonly Likeness[]>(MOST_REMEMBERED);
  readonly #asked = new AskedOnce<string>();

  /** `wanted`: the parties that are looked for, a bit each; all where it is left out. */
  constructor(search: NameSearch, wanted: Uint8Array | undefined) {
    this.#search = search;
    this.#wanted = wanted;
  }

  /** Another text begins: as much may be asked as for each. */
  begin(): void {
    this.#asked.begin();
  }

  /**
   * Names that the span is like from this score on, as `judge` has it of those that the index answers; none where the text has asked too much. Names of a schema
   * are asked with one `judge` and score alone, and not at all where `mayBe` says no.
   */
  likenesses(
    span: string,
    schema: 'Person' | 'Organization',
    least: number,
    judge: (name: number) => Likeness | undefined,
    mayBe: () => boolean = () => true,
  ): readonly Likeness[] {
    const key = `${schema} ${span}`;
    const known = this.#remembered.get(key) ?? (mayBe() ? undefined : this.#remembered.set(key, NO_NAME));
    if (known === NO_NAME || !this.#asked.mayAsk(key, MOST_ASKED)) return NONE;
    if (known !== undefined) return known;
    const names = this.#search.searchNames(
      { name: span, schema },
      { limit: MOST_LIKE, threshold: least, ...(this.#wanted !== undefined && { wanted: this.#wanted }) },
    );
    return this.#remembered.set(
      key,
      names.flatMap(({ name }) => judge(name) ?? []),
    );
  }
}
