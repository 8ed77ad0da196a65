/** One element of a page. Its text is `page.text.slice(start, end)`; its descendants are the elements `index + 1 … last`. */
export interface PageElement {
  readonly index: number;
  readonly tag: string;
  /** Index of the parent, -1 for the root. */
  readonly parent: number;
  id: string;
  className: string;
  /** Other attributes that readers ask for: name, value, name, value … */
  attributes: string[] | null;
  readonly start: number;
  end: number;
  last: number;
  hidden: Hidden;
}

/** `gone`: takes no room (display:none, template, noscript). `veiled`: stands there unseen (visibility, opacity), as WeChat keeps its bodies until scripts run. */
export type Hidden = 'no' | 'gone' | 'veiled';

/** A raw script: where its text stands in the bytes. */
export interface PageScript {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A page as one text with elements as ranges over it: enough for selectors and for scoring, at a fraction of the cost of a tree.
 * Blocks are separated by `\n`, cells of a table by `\t`; other white space is collapsed.
 */
export interface Page {
  readonly text: string;
  /** In document order; the first is {@link Page.root}. */
  readonly elements: readonly PageElement[];
  /** The element around all others. */
  readonly root: PageElement;
  readonly byId: ReadonlyMap<string, PageElement>;
  readonly title: string;
  /** Meta tags by lower-case name, property, itemprop or http-equiv; the first with content wins. */
  readonly metas: ReadonlyMap<string, string>;
  readonly baseHref: string | null;
  readonly htmlLang: string | null;
  readonly scripts: readonly PageScript[];
  /** Text of a script, decoded. */
  readonly scriptText: (script: PageScript) => string;
}

/** Value of an attribute that the builder keeps, or undefined. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  if (name === 'id') return element.id === '' ? undefined : element.id;
  if (name === 'class') return element.className === '' ? undefined : element.className;
  const { attributes } = element;
  if (attributes === null) return undefined;
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1];
  return undefined;
}

/** Text of an element without the descendants that `leaveOut` names; blank lines and trailing spaces removed. */
export function textOf(page: Page, element: PageElement, leaveOut: (inner: PageElement) => boolean = isGone): string {
  let text = '';
  let from = element.start;
  for (let at = element.index + 1; at <= element.last; at++) {
    const inner = page.elements[at];
    if (inner === undefined) break;
    if (!leaveOut(inner)) continue;
    if (inner.start > from) text += `${page.text.slice(from, inner.start)}\n`;
    if (inner.end > from) from = inner.end;
    at = inner.last;
  }
  return tidyLines(text + page.text.slice(from, element.end));
}

export function isGone(element: PageElement): boolean {
  return element.hidden === 'gone';
}

/** Lines trimmed and empty ones dropped. */
export function tidyLines(text: string): string {
  if (!NEEDS_TIDYING.test(text)) return text;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push(trimmed);
  }
  return lines.join('\n');
}

const NEEDS_TIDYING = /^\s|\s$|[ \t]\n|\n\s/;

/** True where `element` is `ancestor` or stands inside it. */
export function isWithin(element: PageElement, ancestor: PageElement): boolean {
  return element.index >= ancestor.index && element.index <= ancestor.last;
}
