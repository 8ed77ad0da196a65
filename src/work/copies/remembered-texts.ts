import { isDeepStrictEqual } from 'node:util';
import type { CollectedText } from '../../copies/judge-in-collection.ts';
import { Recent } from '../../screen/recent.ts';
import type { NoticeText } from '../../store/copy-port.ts';
import { collectedText } from './judge-texts.ts';

/** Texts that are remembered, and how long each may be: cut into words one takes some forty bytes for each character. */
const MOST = 50;
const LONGEST = 20_000;

/**
 * Makes of stored texts what they are found and judged by, and remembers it for the latest: a text is taken in first and compared soon after, and those of
 * one template meet again and again. A text that changed in place is made anew.
 */
export function rememberedTexts(): (text: NoticeText) => CollectedText {
  const recent = new Recent<number, { readonly of: NoticeText; readonly made: CollectedText }>(MOST);
  return (text) => {
    const known = recent.get(text.num);
    if (known !== undefined && saysTheSame(known.of, text)) return known.made;
    const made = collectedText(text);
    return text.reading.text.length > LONGEST ? made : recent.set(text.num, { of: text, made }).made;
  };
}

function saysTheSame(one: NoticeText, other: NoticeText): boolean {
  return (
    one.reading.text === other.reading.text && one.reading.lang === other.reading.lang && isDeepStrictEqual(one.mentions, other.mentions)
  );
}
