import type { NoticeId } from '../../model/ids.ts';
import type { Lang } from '../../model/reading.ts';
import { CopyIndex, type CopyIndexOptions, type CopyIndexParts } from '../../copies/index/copy-index.ts';
import { GrowingUint32 } from '../../copies/index/growing.ts';
import type { Shingles } from '../../copies/shingles.ts';

/** What a {@link TextIndex} is kept as. */
export interface TextIndexParts {
  readonly index: CopyIndexParts;
  readonly nums: Uint32Array<ArrayBuffer>;
  readonly owners: Uint32Array<ArrayBuffer>;
  readonly digests: Uint32Array<ArrayBuffer>;
  readonly langs: Uint32Array<ArrayBuffer>;
}

/** A text that was found, by the number of its reading in the store. */
export interface FoundText {
  readonly num: number;
  readonly share: number;
}

/** How languages are kept: numbers stay what they are. */
const LANG_NUMBERS: Readonly<Record<Lang, number>> = { und: 0, zh: 1, ru: 2, uk: 3, en: 4, kk: 5 };

/** Texts of notices in an index of copies: each by the number of its reading; a text that a notice has in several captures once. */
export class TextIndex {
  readonly index: CopyIndex;
  readonly #nums: GrowingUint32;
  readonly #owners: GrowingUint32;
  readonly #digests: GrowingUint32;
  readonly #langs: GrowingUint32;

  constructor(parts?: TextIndexParts, options?: CopyIndexOptions) {
    this.index = new CopyIndex(parts?.index, options);
    this.#nums = new GrowingUint32(parts?.nums);
    this.#owners = new GrowingUint32(parts?.owners);
    this.#digests = new GrowingUint32(parts?.digests);
    this.#langs = new GrowingUint32(parts?.langs);
  }

  /** Takes a text in, unless the notice has it there already. */
  add(num: number, notice: NoticeId, lang: Lang, shingles: Shingles): void {
    const owner = ownerOf(notice);
    const digest = digestOf(shingles);
    // Texts of others are left out: where many have the same, they would hide the notice's own.
    const { text } = this.index.add(
      shingles,
      (own) => own.some((one) => this.#digests.at(one.text) === digest),
      (one) => this.#owners.at(one) !== owner,
    );
    if (text === undefined) return;
    this.#nums.push(num);
    this.#owners.push(owner);
    this.#digests.push(digest);
    this.#langs.push(LANG_NUMBERS[lang]);
  }

  /** Texts like this one that are not the notice's own, nor in the language `notIn`, best first. */
  find(shingles: Shingles, notice: NoticeId, notIn?: Lang): readonly FoundText[] {
    const owner = ownerOf(notice);
    const lang = notIn === undefined ? -1 : LANG_NUMBERS[notIn];
    const isLeftOut = (text: number): boolean => this.#owners.at(text) === owner || this.#langs.at(text) === lang;
    return this.index.find(shingles, isLeftOut).map(({ text, share }) => ({ num: this.#nums.at(text), share }));
  }

  parts(): TextIndexParts {
    const [nums, owners, digests, langs] = [this.#nums.view(), this.#owners.view(), this.#digests.view(), this.#langs.view()];
    return { index: this.index.parts(), nums, owners, digests, langs };
  }
}

/** Tells notices apart but for one pair in four thousand million; a merged notice is another than before, which its texts prove wrong when they are read. */
function ownerOf(notice: NoticeId): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < notice.length; at += 1) hash = Math.imul(hash ^ notice.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function digestOf({ hashes }: Shingles): number {
  let digest = hashes.length;
  for (const hash of hashes) digest = (Math.imul(digest, 0x9e3779b1) + hash) | 0;
  return digest >>> 0;
}
