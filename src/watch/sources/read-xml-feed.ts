import { Parser } from 'htmlparser2';
import { emptyItem, MAX_BODY_CHARACTERS, MAX_ITEMS, type FeedFormat, type RawFeed, type RawItem } from './feed-item.ts';

/** Deeper nesting is an attack on the parser's stack, not a feed. */
const MAX_DEPTH = 256;
const CHUNK_BYTES = 1 << 18;

/**
 * Reads RSS 0.9 to 2.0, RDF and Atom as a stream: entries are taken as they end, so that a feed that breaks off, or is broken,
 * gives those that are whole. Document types are skipped, never read: no entity is defined, none is fetched, and a reference
 * to one stays as it is written. Null where the text has no element of a feed.
 */
export function readXmlFeed(bytes: Uint8Array, charset: string, format: FeedFormat): RawFeed | null {
  const reader = new XmlFeedReader(format);
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  const decoder = new TextDecoder(charset);
  for (let from = 0; from < bytes.length && !reader.stopped; from += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(from, from + CHUNK_BYTES), { stream: from + CHUNK_BYTES < bytes.length }));
  }
  if (!reader.stopped) parser.end();
  return reader.found();
}

/** What a field of an entry or a feed fills. */
type Field = 'guid' | 'id' | 'link' | 'origin' | 'title' | 'author' | 'content' | 'summary' | 'published' | 'updated' | 'lang' | 'other';

const FIELDS: Readonly<Record<string, Field>> = {
  guid: 'guid',
  id: 'id',
  link: 'link',
  'feedburner:origlink': 'origin',
  title: 'title',
  author: 'author',
  'dc:creator': 'author',
  'author/name': 'author',
  'content:encoded': 'content',
  content: 'content',
  'xhtml:body': 'content',
  body: 'content',
  fulltext: 'content',
  'yandex:full-text': 'content',
  description: 'summary',
  summary: 'summary',
  'itunes:summary': 'summary',
  'dc:description': 'summary',
  pubdate: 'published',
  'dc:date': 'published',
  published: 'published',
  issued: 'published',
  created: 'published',
  'dcterms:issued': 'published',
  date: 'published',
  updated: 'updated',
  modified: 'updated',
  'dcterms:modified': 'updated',
  lastbuilddate: 'other',
  language: 'lang',
  'dc:language': 'lang',
};

/** Prefixes are the file's to choose; these are what is meant by them. The names of feeds themselves go without. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', ''],
  ['http://purl.org/atom/ns#', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://channel.netscape.com/rdf/simple/0.9/', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://purl.org/rss/1.0/modules/content/', 'content:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
  ['http://purl.org/dc/terms/', 'dcterms:'],
  ['http://www.w3.org/1999/xhtml', 'xhtml:'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner:'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes:'],
]);

interface OpenField {
  readonly field: Field;
  readonly depth: number;
  /** Atom's `type="text"`: what looks like HTML is meant to be read. */
  readonly plain: boolean;
  /** Text with entities decoded: the value, or HTML that was escaped. */
  text: string;
  /** The same as markup, from the first child element on: HTML that was not escaped. */
  markup: string | null;
}

class XmlFeedReader {
  stopped = false;
  private readonly prefixes = new Map<string, string>([
    ['atom', ''],
    ['rss', ''],
    ['rdf', 'rdf:'],
  ]);
  private readonly names: string[] = [];
  private readonly bases: (string | null)[] = [];
  private readonly items: RawItem[] = [];
  private readonly feed: { title: string | null; lang: string | null; home: string | null } = { title: null, lang: null, home: null };
  private readonly format: FeedFormat;
  private item: RawItem | null = null;
  private itemDepth = 0;
  private open: OpenField | null = null;
  private rootSeen = false;
  private rootClosed = false;
  private cut = false;
  private cutItem: RawItem | null = null;
  private bodyCharacters = 0;

  constructor(format: FeedFormat) {
    this.format = format;
  }

  found(): RawFeed | null {
    if (!this.rootSeen) return null;
    return { format: this.format, ...this.feed, items: this.items, truncated: this.cut || !this.rootClosed, cut: this.cutItem };
  }

  onopentag(rawName: string, attributes: Record<string, string>): void {
    if (this.stopped) return;
    const name = this.meant(rawName, attributes);
    this.names.push(name);
    this.bases.push(this.baseFrom(attributes));
    if (this.names.length > MAX_DEPTH) return this.stop();
    if (this.open !== null) return this.openChild(rawName, attributes);
    if (!this.rootSeen) {
      this.rootSeen = name === 'rss' || name === 'feed' || name === 'rdf:rdf' || name === 'channel';
      if (this.rootSeen) this.feed.lang ??= attributes['xml:lang'] ?? null;
      return;
    }
    if (name === 'item' || name === 'entry') return this.openItem(attributes);
    this.openField(name, attributes);
  }

  ontext(text: string): void {
    const open = this.open;
    if (open === null) return;
    if (open.markup === null) open.text += text;
    else open.markup += escapeText(text);
  }

  onclosetag(rawName: string, isImplied: boolean): void {
    if (this.stopped) return;
    const depth = this.names.length;
    const open = this.open;
    if (open !== null && depth > open.depth && open.markup !== null) open.markup += `</${rawName}>`;
    this.names.pop();
    this.bases.pop();
    // What is closed by the end of the file, or by an element further out, is not whole.
    if (open !== null && depth === open.depth) {
      if (!isImplied) this.fill(open);
      this.open = null;
    }
    if (this.item !== null && depth === this.itemDepth) this.closeItem(!isImplied);
    if (depth === 1 && this.rootSeen && !isImplied) this.rootClosed = true;
  }

  private stop(): void {
    this.stopped = true;
    this.cut = true;
    this.item = null;
  }

  private meant(rawName: string, attributes: Record<string, string>): string {
    for (const key in attributes) {
      if (key.startsWith('xmlns:')) this.bindPrefix(key.slice(6), attributes[key] ?? '');
    }
    const colon = rawName.indexOf(':');
    if (colon < 0) return NAMESPACES.get((attributes['xmlns'] ?? '').toLowerCase()) === 'xhtml:' ? `xhtml:${rawName}` : rawName;
    const prefix = rawName.slice(0, colon);
    return (this.prefixes.get(prefix) ?? `${prefix}:`) + rawName.slice(colon + 1);
  }

  private bindPrefix(prefix: string, uri: string): void {
    const meaning = NAMESPACES.get(uri.toLowerCase());
    if (meaning !== undefined && this.prefixes.size < 1000) this.prefixes.set(prefix, meaning);
  }

  private baseFrom(attributes: Record<string, string>): string | null {
    const outer = this.bases.at(-1) ?? null;
    const own = attributes['xml:base'];
    if (own === undefined) return outer;
    if (outer === null) return own;
    return URL.canParse(own, outer) ? new URL(own, outer).href : own;
  }

  private openItem(attributes: Record<string, string>): void {
    // An entry inside an entry: the end of the one before is missing. What stands in it is all there will be.
    if (this.item !== null) this.closeItem(true);
    if (this.items.length >= MAX_ITEMS) return this.stop();
    this.item = emptyItem(this.bases.at(-1) ?? null);
    this.itemDepth = this.names.length;
    const about = attributes['rdf:about'];
    if (about !== undefined) this.item.otherLinks.push(about);
  }

  private closeItem(whole: boolean): void {
    const item = this.item;
    this.item = null;
    if (item === null) return;
    if (!whole) {
      this.cut = true;
      this.cutItem ??= item;
      return;
    }
    this.bodyCharacters += (item.content?.length ?? 0) + (item.summary?.length ?? 0);
    if (this.bodyCharacters > MAX_BODY_CHARACTERS) {
      item.content = null;
      item.summary = null;
    }
    this.items.push(item);
  }

  private openField(name: string, attributes: Record<string, string>): void {
    const depth = this.names.length;
    const outer = this.names.at(-2) ?? '';
    const holder = this.item === null ? outer === 'channel' || outer === 'feed' : depth === this.itemDepth + 1;
    const person = outer === 'author' && name === 'name';
    if (!holder && !person) return;
    if (this.item !== null && name === 'enclosure') this.addLink(attributes['url'] ?? attributes['href']);
    if (name === 'link' && attributes['href'] !== undefined) return this.linkOf(attributes);
    const field = FIELDS[person ? 'author/name' : name];
    // A person of Atom has a name of its own inside.
    if (field === undefined || (field === 'author' && name === 'author' && this.format === 'atom')) return;
    if (field === 'guid' && this.item !== null) this.item.guidIsLink = attributes['ispermalink']?.trim().toLowerCase() !== 'false';
    if (field === 'content' && attributes['src'] !== undefined) this.addLink(attributes['src']);
    this.open = { field, depth, plain: attributes['type'] === 'text', text: '', markup: null };
  }

  private linkOf(attributes: Record<string, string>): void {
    const relation = (attributes['rel'] ?? 'alternate').trim().toLowerCase();
    const href = attributes['href'] ?? '';
    if (this.item === null) {
      if (relation === 'alternate') this.feed.home ??= href;
      return;
    }
    const isPage = /^$|html/i.test(attributes['type'] ?? '');
    if (relation === 'alternate' && isPage) this.item.link ??= href;
    else if (relation === 'alternate') this.item.otherLinks.unshift(href);
    else if (relation === 'enclosure') this.item.otherLinks.push(href);
  }

  private addLink(href: string | undefined): void {
    if (href !== undefined && this.item !== null && this.item.otherLinks.length < 8) this.item.otherLinks.push(href);
  }

  private openChild(rawName: string, attributes: Record<string, string>): void {
    const open = this.open;
    if (open === null) return;
    // A field whose end tag is missing must not swallow the entries after it.
    if (this.item !== null && (this.names.at(-1) === 'item' || this.names.at(-1) === 'entry')) {
      this.open = null;
      this.cut = true;
      return this.openItem(attributes);
    }
    open.markup ??= escapeText(open.text);
    let tag = `<${rawName}`;
    for (const key in attributes) tag += ` ${key}="${escapeText(attributes[key] ?? '').replaceAll('"', '&quot;')}"`;
    open.markup += `${tag}>`;
  }

  private fill(open: OpenField): void {
    const value = (open.markup ?? open.text).trim();
    if (value === '') return;
    const item = this.item;
    if (item === null) {
      if (open.field === 'title') this.feed.title ??= value;
      else if (open.field === 'lang') this.feed.lang = value;
      else if (open.field === 'link') this.feed.home ??= value;
      return;
    }
    switch (open.field) {
      case 'guid':
        item.guid = value;
        return;
      case 'id':
        item.guid ??= value;
        return;
      case 'link':
        item.link ??= value;
        return;
      case 'origin':
        item.link = value;
        return;
      case 'content':
      case 'summary':
        if (value.length > (item[open.field]?.length ?? 0))
          item[open.field] = open.plain && open.markup === null ? escapeText(value) : value;
        return;
      case 'title':
      case 'author':
      case 'published':
      case 'updated':
        item[open.field] ??= value;
        return;
      case 'lang':
      case 'other':
        return;
    }
  }
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
