import type { UnseenWords } from '../model/page-look.ts';
import { attributeOf, isGone, type Page, type PageElement } from './page.ts';

/** Letters of one string, strings of a page, and letters of its scripts that are looked at. */
const LONGEST = 300;
const MOST = 400;
const MOST_SCRIPT = 200_000;
/** Hidden boxes, and letters of one. */
const MOST_HIDDEN = 200;
const LONGEST_HIDDEN = 20_000;

/**
 * What a page holds in words and does not show by itself: strings of its scripts and their data, what stands in place of images, in fields and in hidden boxes. Programs show a message
 * in one of these ways. Each once, in the order of the page; linear in the page, and only so much of it: `isWhole` is false where it holds more.
 */
export function unseenWords(page: Page): UnseenWords {
  const found = new Set<string>();
  let isWhole = true;
  const add = (text: string): void => {
    const tidy = tidied(text);
    if (tidy.length > LONGEST || !isSpeech(tidy)) return;
    if (found.size < MOST) found.add(tidy);
    else isWhole = false;
  };
  for (const element of page.elements) for (const name of SAYING) add(said(element, name));
  const boxes = hiddenBoxes(page);
  isWhole &&= boxes.length <= MOST_HIDDEN && boxes.every(({ start, end }) => end - start <= LONGEST_HIDDEN);
  for (const { start, end } of boxes.slice(0, MOST_HIDDEN))
    for (const line of page.text.slice(start, Math.min(end, start + LONGEST_HIDDEN)).split('\n')) add(line);
  let left = MOST_SCRIPT;
  for (const script of page.scripts) {
    const text = page.scriptText(script);
    isWhole &&= text.length <= left;
    if (left <= 0) break;
    for (const string of stringsIn(text.slice(0, left))) add(string);
    left -= text.length;
  }
  return { words: [...found], isWhole };
}

/** Words as they are compared: without tags, blanks once. */
export function tidied(text: string): string {
  return text.replace(TAGS, ' ').replace(/\s+/g, ' ').trim();
}

/** Words that somebody is to read: some Han characters, a word of Cyrillic, or three words. */
export function isSpeech(text: string): boolean {
  return SPEECH.test(text);
}

/** String literals of a script, unescaped. */
export function stringsIn(script: string): readonly string[] {
  return [...script.matchAll(STRING)].map(([, , text = '']) => unescaped(text));
}

/** Escapes of JavaScript and JSON as what they stand for. */
export function unescaped(text: string): string {
  return text.replace(ESCAPE, (_all, four?: string, two?: string, one?: string) => {
    if (four !== undefined || two !== undefined) return String.fromCharCode(Number.parseInt(four ?? two ?? '', 16));
    return one === 'n' || one === 'r' || one === 't' ? ' ' : (one ?? '');
  });
}

function said(element: PageElement, name: string): string {
  if (name !== 'value') return attributeOf(element, name) ?? '';
  return element.tag === 'input' ? (attributeOf(element, name) ?? '') : '';
}

/** Boxes that nobody sees, the outermost of each. */
function hiddenBoxes(page: Page): readonly PageElement[] {
  return page.elements.filter((element) => isGone(element) && !isGone(page.elements[element.parent] ?? page.root));
}

const SAYING = ['alt', 'value', 'aria-label', 'title'] as const;
const STRING = /(["'`])((?:\\.|(?!\1)[^\\\n]){4,300})\1/gu;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gu;
const TAGS = /<[^<>]{0,200}>/g;
const SPEECH = /\p{Script=Han}{4}|\p{Script=Cyrillic}{4}|\p{L}{2,}[ ,.:;!?]+\p{L}{2,}[ ,.:;!?]+\p{L}{2,}/u;
