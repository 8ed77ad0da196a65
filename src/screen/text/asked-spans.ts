import type { ScreenIndex } from '../index/screen-index.ts';
import { Recent } from '../recent.ts';
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

/** Spans of texts that the index is asked for as for a query, each once. */
export class AskedSpans {
  readonly #search: NameSearch;
  readonly #wanted: Uint8Array | undefined;
  readonly #remembered = new Recent<string, readonly Likeness[]>(MOST_REMEMBERED);
  #asked = 0;

  /** `wanted`: the parties that are looked for, a bit each; all where it is left out. */
  constructor(search: NameSearch, wanted: Uint8Array | undefined) {
    this.#search = search;
    this.#wanted = wanted;
  }

  /** Another text begins: as much may be asked as for each. */
  begin(): void {
    this.#asked = 0;
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
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    if (!mayBe()) return this.#remembered.set(key, NONE);
    if ((this.#asked += 1) > MOST_ASKED) return NONE;
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
