import type { Notice } from './development-notices.ts';
import { seededRandom, type Random } from './random.ts';

/** Texts to be read first, and texts to measure after them, of one language. */
export interface NewTexts {
  readonly before: readonly string[];
  readonly measured: readonly string[];
}

/** Bytes of UTF-8 that a text has about, as long notices do. */
const TEXT_BYTES = 20_000;
/** Of Pitman and Yor: how fast the words of a growing text grow. A million words of Russian have 80,000 to 100,000 different ones, of English 30,000 to 40,000. */
const GROWTH: Readonly<Record<string, number>> = { en: 0.58, ru: 0.68, uk: 0.68, zh: 0.6 };

/**
 * Texts that nobody has read, in a language's own words: the notices of the language with each word changed for one drawn as words of a growing text
 * are, the common ones often, new ones for ever, at the rate of the language. The texts read before have the words of every second notice, the measured
 * ones those of the others; where a half has no more, words are coined of the head of one and the tail of another. Capitals, numbers and signs stay
 * where they stand. The same for the same seed.
 */
export function newTexts(
  notices: readonly Notice[],
  lang: string,
  bytes: { readonly before: number; readonly measured: number },
): NewTexts {
  const random = seededRandom(41);
  const texts = notices.filter((notice) => notice.lang === lang).map(({ text }) => text);
  const growth = GROWTH[lang] ?? 0.6;
  const words = new Map<string, Vocabulary>();
  const write = (own: readonly string[], size: number): readonly string[] => {
    for (const [shape, of] of Map.groupBy(
      own.flatMap((text) => text.match(WORD) ?? []),
      shapeOf,
    )) {
      const known = words.get(shape);
      if (known === undefined) words.set(shape, new Vocabulary(of, growth, random, !/CAPITALS|mixed/.test(shape)));
      else known.add(of);
    }
    const out: string[] = [];
    for (let done = 0; done < size;) {
      let text = '';
      while (Buffer.byteLength(text) < Math.min(TEXT_BYTES, size - done))
        text += `${random.pick(own).replaceAll(WORD, (word) => words.get(shapeOf(word))?.next() ?? word)}\n\n`;
      // Flat, as a text that was read from a file is.
      out.push(Buffer.from(text).toString('utf8'));
      done += Buffer.byteLength(text);
    }
    return out;
  };
  return {
    before: write(
      texts.filter((_, n) => n % 2 === 0),
      bytes.before,
    ),
    measured: write(
      texts.filter((_, n) => n % 2 === 1),
      bytes.measured,
    ),
  };
}

/** Words, and in Han, which has no blanks, what stands between two signs. */
const WORD = /[\p{Script=Han}]+|[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}]+/gu;

/** Words change places with words that are written alike. */
function shapeOf(word: string): string {
  if (/\p{Script=Han}/u.test(word)) return `han ${Math.min(6, word.length >> 2)}`;
  if (/\p{N}/u.test(word)) return /\p{L}/u.test(word) ? 'mixed' : 'number';
  const script = /\p{Script=Cyrillic}/u.test(word) ? 'cyrillic' : 'latin';
  const capitals =
    word.length > 1 && word === word.toUpperCase() ? 'CAPITALS' : word.charAt(0) === word.charAt(0).toLowerCase() ? 'small' : 'Capital';
  return `${script} ${capitals} ${word.length < 4 ? 'short' : ''}`;
}

/** Words drawn as by Pitman and Yor. */
class Vocabulary {
  /** Words not yet written, the last first. */
  #fresh: string[];
  readonly #known: string[];
  readonly #written: string[] = [];
  #different = 0;
  readonly #growth: number;
  /** Capitals only at the beginning. */
  readonly #small: boolean;
  readonly #random: Random;

  constructor(words: readonly string[], growth: number, random: Random, small: boolean) {
    this.#small = small;
    this.#known = [...words];
    this.#fresh = [...words];
    this.#growth = growth;
    this.#random = random;
  }

  add(words: readonly string[]): void {
    this.#known.push(...words);
    this.#fresh = [...words];
  }

  next(): string {
    const random = this.#random;
    const isNew = random.below(1_000_000) < (1_000_000 * (START + this.#growth * this.#different)) / (this.#written.length + START);
    if (!isNew) {
      const word = random.pick(this.#written);
      this.#written.push(word);
      return word;
    }
    const word = this.#fresh.pop() ?? this.#coined();
    this.#different += 1;
    this.#written.push(word);
    return word;
  }

  #coined(): string {
    const [one, other] = [this.#random.pick(this.#known), this.#random.pick(this.#known)];
    if (one.length < 2) return one;
    const head = 1 + this.#random.below(one.length - 1);
    const tail = other.slice(Math.max(1, other.length - (one.length - head)));
    return one.slice(0, head) + (this.#small ? tail.toLowerCase() : tail);
  }
}

const START = 30;
