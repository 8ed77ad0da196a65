import type { QuoteType, Tokenizer } from 'htmlparser2';
import { BREAK, TAB, TextFlow } from './text-flow.ts';
import type { Hidden, Page, PageElement, PageScript } from './page.ts';
import { hiddenMail } from './hidden-mail.ts';
import { impliedEnds, isBlock, isVoid, ROOT_TAG, SCOPE_LIMITS, TABLE_PARTS } from './html-tags.ts';

type TokenizerCallbacks = ConstructorParameters<typeof Tokenizer>[1];

/** Deeper elements are read as part of their ancestor: 100,000 nested tags must not cost more than their bytes. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 400_000;
const MAX_TITLE = 2000;
/** Longer attribute values are cut: only scripts and inlined images have them. */
const MAX_ATTRIBUTE_LENGTH = 16_384;

const KEPT_ATTRIBUTES = new Set([
  'href',
  'src',
  'data-src',
  'data-original',
  'content',
  'name',
  'property',
  'itemprop',
  'http-equiv',
  'rel',
  'datetime',
  'style',
  'hidden',
  'open',
  'title',
  'lang',
  'data-url',
  'data-href',
  'role',
  'aria-label',
  'type',
  'alt',
  'colspan',
  'width',
  'height',
  'data-nickname',
  'data-cfemail',
  'value',
  'action',
]);

/** Elements whose text is never text of the page. */
const SILENT = new Set([
  'script',
  'style',
  'svg',
  'select',
  'textarea',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'noembed',
  'noframes',
  'math',
]);

/** A definition stands beside its term as a cell beside its label. */
const CELLS = new Set(['td', 'th', 'dd']);

/** Turns the tokens of htmlparser2 into a {@link Page}, in one pass and in time linear in the bytes. */
export class PageBuilder implements TokenizerCallbacks {
  /** Name of the raw element (`script`, `style`) whose start tag was the last token, with the offset just after it. */
  rawStart: { readonly tag: string; readonly type: string; readonly offset: number } | null = null;

  readonly #elements: PageElement[] = [];
  readonly #byId = new Map<string, PageElement>();
  readonly #metas = new Map<string, string>();
  readonly #scripts: PageScript[] = [];
  readonly #flow = new TextFlow();
  readonly #open: PageElement[] = [];
  /** How many elements of a tag are open: an end tag without a start is passed over at once. */
  readonly #openTags = new Map<string, number>();
  readonly #root: PageElement;
  #overflow = 0;
  #silent = 0;
  #foreign = 0;
  #preformatted = 0;
  /** The element whose text stands for an address that was read in its place. */
  #replaced: PageElement | null = null;
  #title = '';
  #inTitle = false;
  #titleDone = false;
  #baseHref: string | null = null;
  #htmlLang: string | null = null;

  #chunk = '';
  #chunkStart = 0;

  #tag = '';
  #attributeName = '';
  #attributeValue = '';
  #id = '';
  #className = '';
  #attributes: string[] | null = null;
  #hidden: Hidden = 'no';

  constructor() {
    this.#root = this.#newElement(ROOT_TAG);
    this.#open.push(this.#root);
  }

  /** Names the chunk that the tokenizer reads next and its offset in the whole input. */
  enterChunk(chunk: string, start: number): void {
    this.#chunk = chunk;
    this.#chunkStart = start;
  }

  addScript(script: PageScript): void {
    this.#scripts.push(script);
  }

  finish(scriptText: (script: PageScript) => string): Page {
    while (this.#open.length > 0) this.#closeTop();
    return {
      text: this.#flow.toString(),
      elements: this.#elements,
      root: this.#root,
      byId: this.#byId,
      title: this.#title.replace(/\s+/g, ' ').trim(),
      metas: this.#metas,
      baseHref: this.#baseHref,
      htmlLang: this.#htmlLang,
      scripts: this.#scripts,
      scriptText,
    };
  }

  isInForeignContext(): boolean {
    return this.#foreign > 0;
  }

  onopentagname(start: number, end: number): void {
    this.rawStart = null;
    this.#tag = this.#slice(start, end).toLowerCase();
    this.#id = '';
    this.#className = '';
    this.#attributes = null;
    this.#hidden = 'no';
    this.#attributeName = '';
  }

  onattribname(start: number, end: number): void {
    const name = this.#slice(start, end);
    this.#attributeName = name === 'id' || name === 'class' || KEPT_ATTRIBUTES.has(name) ? name : knownName(name.toLowerCase());
    this.#attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributeName === '' || this.#attributeValue.length > MAX_ATTRIBUTE_LENGTH) return;
    const data = this.#slice(start, Math.min(end, start + MAX_ATTRIBUTE_LENGTH));
    this.#attributeValue = this.#attributeValue === '' ? data : this.#attributeValue + data;
  }

  onattribentity(codepoint: number): void {
    if (this.#attributeName !== '' && this.#attributeValue.length <= MAX_ATTRIBUTE_LENGTH)
      this.#attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(_quote: QuoteType, _end: number): void {
    const name = this.#attributeName;
    if (name === '') return;
    const value = this.#attributeValue;
    this.#attributeName = '';
    if (name === 'id') this.#id ||= value.trim();
    else if (name === 'class') this.#className ||= value;
    else if (name === 'style') this.#hidden = hiddenByStyle(value);
    else if (name === 'hidden') this.#hidden = 'gone';
    else (this.#attributes ??= []).push(name, value);
  }

  onopentagend(end: number): void {
    this.#openElement(this.#tag, false);
    if ((this.#tag === 'script' || this.#tag === 'style') && this.#foreign === 0) {
      this.rawStart = { tag: this.#tag, type: this.#attribute('type') ?? '', offset: end + 1 };
    }
  }

  onselfclosingtag(end: number): void {
    if (this.#foreign > 0) this.#openElement(this.#tag, true);
    else this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    this.rawStart = null;
    const tag = this.#slice(start, end).toLowerCase();
    if (tag === 'title') {
      if (this.#inTitle && this.#title.trim() !== '') this.#titleDone = true;
      this.#inTitle = false;
    }
    if (tag === 'br') {
      this.#flow.separate(BREAK);
      return;
    }
    if (isVoid(tag)) return;
    if (this.#overflow > 0) {
      this.#overflow--;
      return;
    }
    this.#close(tag);
  }

  ontext(start: number, end: number): void {
    if (this.#silent > 0) return;
    this.#addText(this.#slice(start, end));
  }

  ontextentity(codepoint: number, _end: number): void {
    if (this.#silent > 0) return;
    this.#addText(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.#silent === 0) this.#addText(this.#slice(start, end - offset));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #slice(start: number, end: number): string {
    return this.#chunk.substring(start - this.#chunkStart, end - this.#chunkStart);
  }

  #attribute(name: string): string | undefined {
    const list = this.#attributes;
    if (list !== null) for (let at = 0; at < list.length; at += 2) if (list[at] === name) return list[at + 1];
    return undefined;
  }

  #openElement(tag: string, selfClosing: boolean): void {
    switch (tag) {
      case 'meta':
        this.#addMeta();
        break;
      case 'base':
        this.#baseHref ??= this.#attribute('href') ?? null;
        break;
      case 'html':
        this.#htmlLang ??= this.#attribute('lang') ?? null;
        break;
      case 'br':
        this.#flow.separate(BREAK);
        return;
      case 'title':
        this.#inTitle = !this.#titleDone && this.#foreign === 0;
        break;
      default:
    }
    const block = isBlock(tag);
    if (block) {
      this.#endImplied(tag);
      if (!CELLS.has(tag)) this.#flow.separate(BREAK);
    } else if (tag === 'a' || tag === 'option') this.#endImplied(tag);
    const leaf = selfClosing || isVoid(tag);
    if (this.#open.length >= MAX_DEPTH || this.#elements.length >= MAX_ELEMENTS) {
      if (!leaf) this.#overflow++;
      return;
    }
    const element = this.#newElement(tag);
    if (leaf) return;
    this.#open.push(element);
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1);
    if (tag === 'svg' || tag === 'math') this.#foreign++;
    if (tag === 'pre') this.#preformatted++;
    if (SILENT.has(tag)) this.#silent++;
    this.#replaceMail(element);
  }

  #replaceMail(element: PageElement): void {
    const mail = this.#silent > 0 || this.#replaced !== null ? null : hiddenMail(this.#attribute('data-cfemail'));
    if (mail === null) return;
    this.#addText(mail);
    this.#replaced = element;
    this.#silent++;
  }

  #newElement(tag: string): PageElement {
    const index = this.#elements.length;
    const element: PageElement = {
      index,
      tag,
      parent: this.#open.at(-1)?.index ?? -1,
      id: this.#id,
      className: this.#className,
      attributes: this.#attributes,
      start: this.#flow.length,
      end: this.#flow.length,
      last: index,
      hidden:
        tag === 'noscript' || tag === 'template' || (tag === 'dialog' && this.#attribute('open') === undefined) ? 'gone' : this.#hidden,
    };
    this.#elements.push(element);
    if (element.id !== '' && !this.#byId.has(element.id)) this.#byId.set(element.id, element);
    return element;
  }

  #endImplied(tag: string): void {
    const ends = impliedEnds(tag);
    if (ends === undefined) return;
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const open = this.#open[at];
      if (open === undefined || ends.until.has(open.tag)) return;
      if (ends.closes.has(open.tag)) {
        while (this.#open.length > at) this.#closeTop();
        if (!ends.repeat) return;
      }
    }
  }

  /** Closes the nearest open element of that name, but not across the walls that HTML sets: an inline end tag ends no block, a stray `</div>` no table cell. */
  #close(tag: string): void {
    if ((this.#openTags.get(tag) ?? 0) === 0) return;
    const block = isBlock(tag);
    const tablePart = TABLE_PARTS.has(tag);
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const open = this.#open[at];
      if (open === undefined) return;
      if (open.tag === tag) {
        while (this.#open.length > at) this.#closeTop();
        return;
      }
      if (block ? !tablePart && SCOPE_LIMITS.has(open.tag) : isBlock(open.tag)) return;
      if (tablePart && open.tag === 'table' && tag !== 'table') return;
    }
  }

  #closeTop(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    element.end = this.#flow.length;
    element.last = this.#elements.length - 1;
    const { tag } = element;
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 1) - 1);
    if (tag === 'dd') this.#flow.separate(BREAK);
    else if (CELLS.has(tag) || tag === 'dt') {
      if (this.#flow.pending < TAB || tag === 'dt') this.#flow.separate(TAB);
    } else if (isBlock(tag)) this.#flow.separate(BREAK);
    if (tag === 'svg' || tag === 'math') this.#foreign--;
    if (tag === 'pre') this.#preformatted--;
    if (SILENT.has(tag)) this.#silent--;
    if (element === this.#replaced) {
      this.#replaced = null;
      this.#silent--;
    }
  }

  #addMeta(): void {
    const content = this.#attribute('content');
    if (content === undefined || content.trim() === '') return;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = this.#attribute(key)?.trim().toLowerCase();
      if (name !== undefined && !this.#metas.has(name)) this.#metas.set(name, content.trim());
    }
  }

  #addText(text: string): void {
    if (this.#inTitle) {
      if (this.#title.length < MAX_TITLE) this.#title += text.slice(0, MAX_TITLE);
      return;
    }
    if (this.#open.at(-1)?.tag === 'title') return;
    if (this.#preformatted > 0) this.#flow.addLines(text);
    else this.#flow.add(text);
  }
}

function knownName(name: string): string {
  return name === 'id' || name === 'class' || KEPT_ATTRIBUTES.has(name) ? name : '';
}

function hiddenByStyle(style: string): Hidden {
  if (style.length < 9) return 'no';
  if (/display\s*:\s*none/i.test(style)) return 'gone';
  return /visibility\s*:\s*hidden|(?:^|[;\s])opacity\s*:\s*0(?![.\d])/i.test(style) ? 'veiled' : 'no';
}
