import type { FrameRateWords } from '../../catalogue/parameter-words.ts';
import type { LineItem } from '../../model/line-item.ts';
import type { Parameter } from '../../model/parameter.ts';
import { alternatives } from '../parties/words-pattern.ts';

/** Most frames a second that are stated in Hz without a word for them. */
const MOST_HZ = 1000;

/** How far from a value the words of the mains or a voltage may stand, in UTF-16 units. */
const NEAR = 16;

/**
 * The values with those that are frame rates told as such: a few Hz beside something that takes pictures ("thermal camera, 640x512, 60 Hz") are how often a second it does, and no
 * frequency of radio; beside a voltage they are the mains. `goods` are the concepts of all of the text. Pure; linear in the values.
 */
export function withFrameRates(
  text: string,
  parameters: readonly Parameter[],
  items: readonly Pick<LineItem, 'number' | 'goods'>[],
  goods: readonly string[],
  { of, mains }: FrameRateWords,
): readonly Parameter[] {
  const takesPictures = new Set(of);
  const ofItem = new Map(items.map((item) => [item.number, item.goods]));
  const ofMains = new RegExp(`${alternatives(mains, 'han')}|(?<!\\p{L})(?:${alternatives(mains, 'spelled')})(?!\\p{L})`, 'iu');
  return parameters.map((one, index) => {
    const { measured, property, unit, writtenUnit, low, high, comparator, item, start, end } = one;
    if (measured !== 'frequency' || unit !== 'Hz' || (property !== undefined && property !== 'frequency')) return one;
    if (comparator === 'range' || (high ?? low ?? Infinity) > MOST_HZ || !/^(?:hz|hertz|гц|герц|赫)/iu.test(writtenUnit)) return one;
    const beside = item === null ? goods : (ofItem.get(item) ?? []);
    if (beside.length === 0 || !beside.every((concept) => takesPictures.has(concept))) return one;
    const isMains = ofMains.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
    const volts = [parameters[index - 1], parameters[index + 1]].some(
      (next) => next?.unit === 'V' && next.start - end <= NEAR && start - next.end <= NEAR,
    );
    return isMains || volts ? one : { ...one, measured: 'rate', property: 'frame-rate' };
  });
}
