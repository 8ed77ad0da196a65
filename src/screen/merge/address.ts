import { foldText } from '../../text/fold.ts';
import { latinise } from '../name/latinise.ts';
import { ADDRESS_WORDS } from './address-words.ts';

/** An address as what tells it apart: numbers (house, flat, post code) and words, abbreviations written out. */
export interface Address {
  readonly text: string;
  readonly numbers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** Brings an address to one form; undefined where it names no more than a town or a country. */
export function readAddress(text: string): Address | undefined {
  const numbers = new Set<string>();
  const words = new Set<string>();
  for (const raw of foldText(text)
    .text.replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)) {
    if (raw === '') continue;
    if (/^\d/.test(raw)) {
      numbers.add(raw.replace(/^0+(?=\d)/, '').replace(/(?:st|nd|rd|th)$/, ''));
      continue;
    }
    const word = latinise(raw);
    const written = ADDRESS_WORDS.get(word) ?? word.replace(/(?<=.{3})str(?:asse)?$/, 'street');
    // Hardenbergstrasse 87, Hardenberg Street 87
    for (const each of written.replace(/(?<=.{3})street$/, ' street').split(' ')) if (each !== '') words.add(each);
  }
  return words.size >= (numbers.size > 0 ? 2 : 5) ? { text, numbers, words } : undefined;
}

/** True where two addresses name one place: a number in common, hardly a number of the shorter missing, and nearly all its words. */
export function sameAddress(a: Address, b: Address): boolean {
  const words = overlap(a.words, b.words);
  if (words.count < 2) return false;
  const numbers = overlap(a.numbers, b.numbers);
  if (a.numbers.size === 0 && b.numbers.size === 0) return words.share === 1;
  if (numbers.count === 0 || numbers.share < 0.5) return false;
  if (words.share >= 0.9) return true;
  // Another town's name for the same place, a word mistyped; but East Main Street is not Main Street.
  const turned = DIRECTIONS.some((word) => a.words.has(word) !== b.words.has(word));
  return words.share >= 0.74 && numbers.share === 1 && numbers.count > 1 && !turned;
}

/** Keys under which addresses that may be one are found: a number with each of its words. */
export function addressKeys({ numbers, words }: Address): readonly string[] {
  if (numbers.size === 0) return [`a ${[...words].toSorted().join(' ')}`];
  const telling = [...words].filter((word) => word.length > 3 && !COMMON.has(word));
  return [...numbers].flatMap((number) => telling.map((word) => `a ${number} ${word}`));
}

const DIRECTIONS = ['north', 'south', 'east', 'west'] as const;

const COMMON: ReadonlySet<string> = new Set(ADDRESS_WORDS.values());

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): { readonly count: number; readonly share: number } {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  const least = Math.min(a.size, b.size);
  return { count, share: least === 0 ? 0 : count / least };
}
