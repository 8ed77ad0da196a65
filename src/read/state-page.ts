import { escaped } from '../text/escaped.ts';
import { saysSomething } from '../text/message.ts';
import { buildPage } from './page-stream.ts';
import { isGone, textOf, type Page } from './page.ts';
import { isSpeech, tidied } from './unseen-words.ts';

/** A page with as many letters shows its text itself. */
const LEAST_SHOWN = 4;
/** Characters of one script, and values, that are looked at. */
const MOST_SCRIPT = 4_000_000;
const MOST_VALUES = 20_000;
const MOST_DEPTH = 40;
/** A shorter title stands in too many others. */
const LEAST_TITLE = 4;
/** So many objects may have the title and say nothing else. */
const MOST_NAMED = 50;
/** Messages of a program are short; who holds more of them keeps all that may ever be said, and says none. */
const LONGEST_MESSAGE = 240;
const MOST_MESSAGES = 3;

/** Keys under which programs keep what they tell their user. */
const TELLS = /^(?:msg|message|err_?msg|error_?msg|error_?message|error_?description|error|reason|tips?|hint|toast|prompt)$/i;
/** Keys of who wrote something, and when. */
const WRITER = /^(?:author|buyer|customer|organi[sz]er|organi[sz]ation|publisher|purchaser|agency|source)(?:_?name)?$/i;
const WRITTEN = /^(?:publish|publication|release|create|post|issue)[a-z_]*(?:date|time|at|on)?$/i;
/** Keys of the terms of a purchase: what stands under them is said with its key, since a number alone says nothing. */
const TERM =
  /^(?:[a-z_]*(?:quantity|qty|price|cost|amount|sum|budget|email|e_mail|phone|tel|telephone|mobile|deadline|contact|address)|(?:count|unit|end|close|closing|due)(?:_?(?:date|time|at|name))?)$/i;
const LONGEST_VALUE = 200;
/** Keys of a label and of its value. */
const LABEL = /^(?:k|key|label|name|title|field|caption)$/i;
const VALUE = /^(?:v|value|val|text|content|data)$/i;

type State = { readonly [key: string]: unknown };

/**
 * The page that a program would draw from the data that came with it, where the page shows no text by itself: sites of one page (Nuxt, Next, Vue, React) keep a notice as JSON in a script
 * (`window.__INITIAL_STATE__={…}`, `<script type="application/json">`). Drawn are the object whose title is that of the document, its labelled values as rows and its texts as paragraphs, or, where there is
 * none, what the program was told to tell its user. Null where the page shows text, or no such data came. Pure, linear in the scripts.
 */
export function statePage(page: Page): Page | null {
  if (page.scripts.length === 0 || saysSomething(textOf(page, page.root, isGone), LEAST_SHOWN)) return null;
  for (const script of page.scripts) {
    if (script.end - script.start > MOST_SCRIPT) continue;
    const state = jsonOf(page.scriptText(script));
    if (state === null) continue;
    const drawn = draw(state, page.title);
    if (drawn === null) continue;
    const { scripts, scriptText } = page;
    return { ...buildPage(Buffer.from(drawn), 'utf-8'), htmlLang: page.htmlLang, scripts, scriptText };
  }
  return null;
}

/** The JSON that a script is, or assigns to one variable. Nothing is evaluated. */
function jsonOf(script: string): State | null {
  const from = /^\s*(?:(?:var|let|const)\s+)?(?:[\w$.]{1,80}(?:\[["'][\w$.-]{1,80}["']\])?\s*=\s*)?(?=\{)/.exec(script);
  if (from === null) return null;
  try {
    const value: unknown = JSON.parse(script.slice(from[0].length).replace(/[;\s]+$/, ''));
    return isState(value) ? value : null;
  } catch {
    return null;
  }
}

function draw(state: State, title: string): string | null {
  const notice = title.length < LEAST_TITLE ? null : findNotice(state, title);
  const body = notice === null ? messagesOf(state).map((line) => `<p>${escaped(line)}</p>`) : notice.lines;
  if (body.length === 0) return null;
  return `<html><head><title>${escaped(title)}</title>${notice === null ? '' : metasOf(notice.object)}</head><body>${body.join('\n')}</body></html>`;
}

interface Notice {
  readonly object: State;
  /** Its markup, the heading first. */
  readonly lines: readonly string[];
}

/** The outermost object that has the title of the document, or the greater part of it, and says more: a menu may name the notice too. */
function findNotice(state: State, title: string): Notice | null {
  let left = MOST_NAMED;
  let first: Notice | null = null;
  for (const { object } of objectsOf(state, true))
    for (const value of Object.values(object)) {
      if (typeof value !== 'string' || value.length < LEAST_TITLE || value.length > title.length || !title.includes(value)) continue;
      if (value.length * 2 < title.length) continue;
      const notice = { object, lines: drawNotice(value, object) };
      if (notice.lines.length > 1) return notice;
      first ??= notice;
      if (--left <= 0) return first;
    }
  return first;
}

/** What a program was told to say, outside of lists. */
function messagesOf(state: State): readonly string[] {
  const found = new Set<string>();
  for (const { object } of objectsOf(state, false))
    for (const [key, value] of Object.entries(object))
      if (
        typeof value === 'string' &&
        TELLS.test(key) &&
        value.length <= LONGEST_MESSAGE &&
        saysSomething(value, LEAST_SHOWN) &&
        !CODE.test(value)
      )
        found.add(tidied(value));
  return found.size > MOST_MESSAGES ? [] : [...found];
}

/** OK, success, NOT_FOUND. */
const CODE = /^[\w.-]+$/;

function metasOf(object: State): string {
  const said = (keys: RegExp): string | undefined =>
    Object.entries(object).find((entry): entry is [string, string] => keys.test(entry[0]) && typeof entry[1] === 'string')?.[1];
  const meta = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<meta name="${name}" content="${escaped(value)}">`;
  return `${meta('author', said(WRITER))}${meta('pubdate', said(WRITTEN))}`;
}

function drawNotice(title: string, object: State): readonly string[] {
  const lines = [`<h1>${escaped(title)}</h1>`];
  let left = MOST_VALUES;
  const add = (value: unknown, depth: number): void => {
    if (left-- <= 0 || depth > MOST_DEPTH || value === title) return;
    if (typeof value === 'string') lines.push(...paragraphsOf(value));
    else if (Array.isArray(value)) for (const one of value) add(one, depth + 1);
    else if (isState(value)) {
      const row = value === object ? null : rowOf(value);
      if (row !== null) lines.push(row.html);
      for (const [key, one] of Object.entries(value)) if (row?.keys.includes(key) !== true) addOf(key, one, value === object, depth + 1);
    }
  };
  const addOf = (key: string, value: unknown, isTop: boolean, depth: number): void => {
    if (isTop && typeof value === 'string' && (WRITER.test(key) || WRITTEN.test(key))) return;
    const isScalar = typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_VALUE && !/[<\n]/.test(value));
    if (isScalar && TERM.test(key) && String(value).trim() !== '')
      lines.push(`<table><tr><td>${escaped(key)}</td><td>${escaped(tidied(String(value)))}</td></tr></table>`);
    else if (typeof value !== 'number') add(value, depth);
  };
  add(object, 0);
  return lines;
}

/** `{k: "Quantity", v: "12"}` as a row of a table. */
function rowOf(value: State): { readonly html: string; readonly keys: readonly string[] } | null {
  const entries = Object.entries(value);
  const label = entries.find(([key, one]) => LABEL.test(key) && typeof one === 'string');
  const held = entries.find(([key, one]) => VALUE.test(key) && key !== label?.[0] && (typeof one === 'string' || typeof one === 'number'));
  if (label === undefined || held === undefined) return null;
  const html = `<table><tr><td>${escaped(String(label[1]))}</td><td>${escaped(tidied(String(held[1])))}</td></tr></table>`;
  return { html, keys: [label[0], held[0]] };
}

/** A text, or the markup of one; addresses and codes are neither. */
function paragraphsOf(text: string): readonly string[] {
  if (/^\s*</.test(text) || /<(?:p|br|div|table)\b/i.test(text))
    return isSpeech(tidied(text)) ? [`<div>${text.replace(SCRIPTS, '')}</div>`] : [];
  return text
    .split('\n')
    .filter((line) => isSpeech(line) || (saysSomething(line, LEAST_SHOWN) && /\s/.test(line.trim())))
    .map((line) => `<p>${escaped(line.trim())}</p>`);
}

/** Markup within data is text of the notice: what it would run or hide is none. */
const SCRIPTS = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** The objects of a state, outer ones first, so many at most; `lists`: also those in lists. */
function objectsOf(state: State, lists: boolean): readonly { readonly object: State }[] {
  const found: { readonly object: State; readonly depth: number }[] = [{ object: state, depth: 0 }];
  for (let at = 0; at < found.length && found.length < MOST_VALUES; at++) {
    const { object, depth } = found[at] ?? { object: {}, depth: MOST_DEPTH };
    if (depth >= MOST_DEPTH) continue;
    for (const value of Object.values(object)) {
      const inner = lists && Array.isArray(value) ? value : [value];
      for (const one of inner) if (isState(one) && found.length < MOST_VALUES) found.push({ object: one, depth: depth + 1 });
    }
  }
  return found;
}

function isState(value: unknown): value is State {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
