import { attributeOf, isGone, type Page, type PageElement } from './page.ts';

/** Letters of one string, strings of a page, and letters of its scripts that are looked at. */
const LONGEST = 300;
const MOST = 400;
const MOST_SCRIPT = 200_000;
/** Elements whose hidden text is looked at. */
const MOST_HIDDEN = 50;

/**
 * What a page holds in words and does not show by itself: strings of its scripts and their data, what stands in place of images, in fields and in hidden boxes. Programs show a message
 * in one of these ways. Each once, in the order of the page; linear in the page, and only so much of it.
 */
export function unseenWords(page: Page): readonly string[] {
  const found = new Set<string>();
  const add = (text: string): void => {
    const tidy = text.replace(TAGS, ' ').replace(/\s+/g, ' ').trim();
    if (found.size < MOST && tidy.length <= LONGEST && isSpeech(tidy)) found.add(tidy);
  };
  for (const element of page.elements) for (const name of SAYING) add(said(element, name));
  for (const text of hiddenTexts(page)) add(text);
  let left = MOST_SCRIPT;
  for (const script of page.scripts) {
    if (left <= 0) break;
    const text = page.scriptText(script).slice(0, left);
    left -= text.length;
    for (const string of stringsIn(text)) add(string);
  }
  return [...found];
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

function hiddenTexts(page: Page): readonly string[] {
  const outermost = page.elements.filter((element) => isGone(element) && !isGone(page.elements[element.parent] ?? page.root));
  return outermost
    .slice(0, MOST_HIDDEN)
    .flatMap(({ start, end }) => page.text.slice(start, Math.min(end, start + 4 * LONGEST)).split('\n'));
}

const SAYING = ['alt', 'value', 'aria-label', 'title'] as const;
const STRING = /(["'`])((?:\\.|(?!\1)[^\\\n]){4,300})\1/gu;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gu;
const TAGS = /<[^<>]{0,200}>/g;
const SPEECH = /\p{Script=Han}{4}|\p{Script=Cyrillic}{4}|\p{L}{2,}[ ,.:;!?]+\p{L}{2,}[ ,.:;!?]+\p{L}{2,}/u;
