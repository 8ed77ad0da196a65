import type { NameKnowledge } from '../knowledge.ts';

/** Last characters of trade words that end names of organisations as forms do: 研究所, 学院, 大学, 中心, 厂, 实验室. */
const BODIES = '所院学心厂室';
/** A trading house is named so, as no bank is of which a text only says that it is one (开户银行). */
const HOUSE = '商行';
/** Characters within which a longer form may follow: 集团 in 集团股份有限公司. */
const AHEAD = 8;

/** Words of the glossary that names of organisations end in, in Han. */
export class HanEndings {
  readonly #byLast = new Map<number, readonly string[]>();
  readonly #isLast = new Uint8Array(65_536);

  constructor({ han }: NameKnowledge) {
    for (const [word, { kind }] of han) {
      if (!(kind === 'form' && word.length > 1) && !(kind === 'trade' && (BODIES.includes(word.at(-1) ?? ' ') || word.endsWith(HOUSE))))
        continue;
      const last = word.charCodeAt(word.length - 1);
      this.#isLast[last] = 1;
      this.#byLast.set(
        last,
        [...(this.#byLast.get(last) ?? []), word].toSorted((a, b) => b.length - a.length),
      );
    }
  }

  /** Length of the longest such word whose last character is at `at`, or 0. */
  at(units: Uint16Array, at: number): number {
    if (this.#isLast[units[at]!] === 0) return 0;
    for (const word of this.#byLast.get(units[at]!) ?? []) {
      const start = at + 1 - word.length;
      if (start < 0) continue;
      let same = 0;
      while (same < word.length && units[start + same] === word.charCodeAt(same)) same += 1;
      if (same === word.length) return word.length;
    }
    return 0;
  }

  /** True where another such word follows right after the one that ends at `at`, so that the name goes on. */
  goesOn(units: Uint16Array, at: number, end: number): boolean {
    for (let next = at + 1; next < end && next <= at + AHEAD && units[next] !== 0; next += 1) {
      const length = this.at(units, next);
      if (length > 0 && next + 1 - length <= at + 1) return true;
    }
    return false;
  }
}
