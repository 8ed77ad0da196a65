import type { PageLook } from '../model/page-look.ts';
import { hashOf, printWords, wordsOf } from '../text/print-words.ts';
import { addressResolver } from './address.ts';
import { boxesIn } from './boxes-in.ts';
import { attributeOf, textOf, type Page, type PageElement } from './page.ts';
import { withoutDates, withoutDays } from './written-date.ts';
import { unseenWords } from './unseen-words.ts';

/** A page with more of either is an article, and its print is never compared as a whole. */
const MOST_WORDS = 4000;
const MOST_SHAPES = 600;
const MOST_LINES = 4000;

/** What a page looks like; `asked` and its like are echoed by pages that cannot find them, so their words do not count. Pure, linear. */
export function lookAt(page: Page, bytes: Uint8Array, asked: readonly string[]): PageLook {
  const echoed = new Set(asked.flatMap((address) => [...wordsOf(decoded(address))]));
  const shown = textOf(page, page.root);
  const links = page.elements.filter((element) => element.tag === 'a' && attributeOf(element, 'href') !== undefined);
  // A page without text may be all script: what it does and what it alerts tell such pages apart.
  const bare = shown.replace(/\W/g, '').length < FEW_LETTERS && !/\p{Script=Han}{2}/u.test(shown);
  const scripts = bare ? scriptsOf(page) : '';
  const visible = bare ? [shown, ...boxesIn(scripts)].filter((part) => part !== '').join('\n') : shown;
  return {
    title: page.title,
    print: {
      title: [...wordsOf(page.title)].filter((word) => !echoed.has(word)).join(' '),
      words: printWords(`${page.title}\n${visible}\n${scripts}`, echoed).slice(0, MOST_WORDS),
      shape: shapeOf(page).slice(0, MOST_SHAPES),
    },
    lines: visible.split('\n', MOST_LINES),
    unseen: unseenWords(page),
    linked: linkedLines(page, links).slice(0, MOST_LINES),
    hrefs: hrefsOf(page, links, asked.at(-1) ?? ''),
    closed: isClosed(bytes),
    asksPassword: page.elements.some(
      (element) => element.tag === 'input' && attributeOf(element, 'type')?.trim().toLowerCase() === 'password',
    ),
  };
}

/** What a text or JSON answer looks like. */
export function lookAtText(text: string, asked: readonly string[]): PageLook {
  const echoed = new Set(asked.flatMap((address) => [...wordsOf(decoded(address))]));
  const cut = text.slice(0, MOST_TEXT);
  return {
    title: '',
    print: { title: '', words: printWords(cut, echoed).slice(0, MOST_WORDS), shape: [] },
    lines: cut.split(/[\n,]/, MOST_LINES),
    unseen: { words: [], isWhole: true },
    linked: [],
    hrefs: [],
    closed: true,
    asksPassword: false,
  };
}

const FEW_LETTERS = 8;
const MOST_TEXT = 200_000;
const MOST_SCRIPT = 4000;

/** Where links lead: as they are written, and absolute where a base element says that they do not begin at the page (`finalUrl`). */
function hrefsOf(page: Page, links: readonly PageElement[], finalUrl: string): readonly string[] {
  const hrefs = [...new Set(links.map((link) => attributeOf(link, 'href') ?? ''))].slice(0, MOST_LINES);
  if (page.baseHref === null) return hrefs;
  const { base } = addressResolver(finalUrl, page.baseHref);
  return hrefs.map((href) => URL.parse(href, base)?.href ?? href);
}

function scriptsOf(page: Page): string {
  const addresses = page.elements.flatMap((element) => (element.tag === 'script' ? (attributeOf(element, 'src') ?? []) : []));
  return [...addresses, ...page.scripts.map((script) => page.scriptText(script).slice(0, MOST_SCRIPT))].join('\n').slice(0, MOST_SCRIPT);
}

function shapeOf(page: Page): readonly number[] {
  const found = new Set<number>();
  const names = new Map<number, string>();
  for (const element of page.elements) {
    const name = nameOf(element);
    names.set(element.index, name);
    found.add(hashOf(`${names.get(element.parent) ?? ''}>${name}`));
  }
  return [...found].toSorted((a, b) => a - b);
}

function nameOf({ tag, className }: PageElement): string {
  return className === '' ? tag : `${tag}.${className.replace(/[\w-]*\d[\w-]*/g, '').trim()}`;
}

/** Lines of which no letter stands outside of a link, each once: numbers beside it are dates and counts. */
function linkedLines(page: Page, links: readonly PageElement[]): readonly string[] {
  const found = new Set<string>();
  let [at, next] = [0, 0];
  for (const line of page.text.split('\n')) {
    const end = at + line.length;
    let from = at;
    let isLinked = false;
    for (; next < links.length && (links[next]?.start ?? 0) < end; next++) {
      const link = links[next];
      if (link === undefined || link.end <= at) continue;
      if (hasWord(page.text.slice(from, Math.max(from, link.start)))) break;
      isLinked ||= hasLetter(page.text.slice(Math.max(link.start, at), Math.min(link.end, end)));
      from = Math.max(from, link.end);
      // A link over several lines speaks for the next one too.
      if (link.end > end) break;
    }
    if (isLinked && !hasWord(page.text.slice(from, Math.max(from, end)))) found.add(line.trim());
    while (next < links.length && (links[next]?.end ?? 0) <= end + 1) next++;
    at = end + 1;
  }
  return [...found];
}

const LETTER = /\p{L}/u;

/** A letter that is none of a date: 16 июля 2026, Jul 02. */
function hasWord(text: string): boolean {
  return LETTER.test(text) && LETTER.test(withoutDays(withoutDates(text)));
}

function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The last two kilobytes tell: scripts of statistics may follow the end. */
function isClosed(bytes: Uint8Array): boolean {
  return /<\/(?:html|body)\s*>/i.test(Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString('latin1'));
}

/** Only path and query: the host's name stands on every page of it. */
function decoded(address: string): string {
  const url = URL.parse(address);
  if (url === null) return '';
  try {
    return decodeURIComponent(url.pathname + url.search);
  } catch {
    return url.pathname + url.search;
  }
}
