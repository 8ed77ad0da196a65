import { emptyItem, MAX_ITEMS, type RawFeed, type RawItem } from './feed-item.ts';

/**
 * Reads a JSON Feed 1.x, or what bridges take for one: an object with a list `items`. One that breaks off gives the items that
 * are whole. Null where the text is neither.
 */
export function readJsonFeed(text: string): RawFeed | null {
  let value: unknown;
  let truncated = false;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const start = /"items"\s*:\s*\[/.exec(text.slice(0, 1 << 20));
    if (start === null) return null;
    const items = wholeObjects(text, start.index + start[0].length);
    value = { ...topOf(text.slice(0, start.index)), items };
    truncated = true;
  }
  if (!isObject(value) || !Array.isArray(value['items'])) return null;
  const items: readonly unknown[] = value['items'];
  if (items.length > 0 && !items.some(isObject)) return null;
  return {
    format: 'json',
    title: textOf(value['title']),
    lang: textOf(value['language']),
    home: textOf(value['home_page_url']),
    items: items.slice(0, MAX_ITEMS).filter(isObject).map(itemOf),
    truncated: truncated || items.length > MAX_ITEMS,
    cut: null,
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function itemOf(item: JsonObject): RawItem {
  const authors: readonly unknown[] = Array.isArray(item['authors']) ? item['authors'] : [item['author']];
  const names = authors.map((author) => textOf(isObject(author) ? author['name'] : author)).filter((name) => name !== null);
  const plain = textOf(item['content_text']);
  const html = textOf(item['content_html']);
  const other = [textOf(item['external_url'])].filter((url) => url !== null);
  return {
    ...emptyItem(null),
    guid: textOf(item['id']),
    link: textOf(item['url']),
    otherLinks: other,
    title: textOf(item['title']),
    author: names.length === 0 ? null : names.join(', '),
    content: html ?? (plain === null ? null : asHtml(plain)),
    summary: textOf(item['summary']),
    published: textOf(item['date_published']) ?? textOf(item['date']),
    updated: textOf(item['date_modified']),
  };
}

function asHtml(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}

/** Fields before the list: those of a text that breaks off inside it. */
function topOf(head: string): JsonObject {
  try {
    const value: unknown = JSON.parse(`${head.trimEnd().replace(/,$/, '')}}`);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Parses one object after the other until one is not whole; one walk over the text. */
function wholeObjects(text: string, from: number): unknown[] {
  const objects: unknown[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = from; at < text.length && objects.length < MAX_ITEMS; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b) {
      if (depth++ === 0) start = at;
    } else if (code === 0x7d && --depth === 0) {
      try {
        objects.push(JSON.parse(text.slice(start, at + 1)));
      } catch {
        return objects;
      }
    } else if (depth < 0 || (depth === 0 && code === 0x5d)) break;
  }
  return objects;
}
