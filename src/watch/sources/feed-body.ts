import { Parser } from 'htmlparser2';
import { isPlaceholder } from './source-knowledge.ts';
import type { RawItem } from './feed-item.ts';

/** The fullest body an entry carries, as HTML, or null: a bridge's excuse for a missing text is none. */
export function bodyOf(item: Pick<RawItem, 'content' | 'summary'>): string | null {
  const bodies = [item.content, item.summary]
    .filter((body) => body !== null)
    .map(cleanBody)
    .filter((body) => body !== '' && !hidesNothing(body));
  return bodies.reduce<string | null>((longest, body) => (longest === null || body.length > longest.length ? body : longest), null);
}

/** Some bridges put the whole text of a post into its title. */
const MAX_TITLE = 500;

/** A title as a person reads it: without the tags and entities that feeds escape into it, on one line. */
export function plainTitle(raw: string | null): string {
  if (raw === null) return '';
  const text = withoutCdata(raw.slice(0, MAX_TITLE * 20));
  const plain = (/[<&]/.test(text) ? textOfMarkup(text) : text).replace(/\s+/g, ' ').trim();
  return plain.length > MAX_TITLE ? `${plain.slice(0, MAX_TITLE).replace(/[\uD800-\uDBFF]$/, '')}…` : plain;
}

/** The first words of a body, for an entry without a title. */
export function leadOf(html: string | null): string {
  if (html === null) return '';
  const text = textOfMarkup(html.slice(0, 4000)).replace(/\s+/g, ' ').trim();
  const [end = text.length] = [...text.matchAll(/[。！？.!?](?=\s|\p{Lo}|$)/gu)].map((found) => found.index + 1).filter((at) => at >= 8);
  const lead = text.slice(0, Math.min(end, 120));
  return lead.length < text.length && lead.length === 120 ? `${lead.replace(/[\uD800-\uDBFF]$/, '')}…` : lead;
}

function cleanBody(raw: string): string {
  const body = withoutCdata(raw);
  // Escaped once too often: no tag at all, but the text of tags.
  return !/<[a-z/!]/i.test(body) && /&lt;\/(?:p|div|span|section|a|td|li|strong|h\d)&gt;|&lt;(?:br|img|p|hr)\b/i.test(body)
    ? unescapeOnce(body)
    : body;
}

/** `<![CDATA[` that a bridge escaped, so that it stands in the text as letters. */
function withoutCdata(raw: string): string {
  let text = raw.trim();
  for (let round = 0; round < 3 && text.startsWith('<![CDATA['); round++) {
    text = text.slice(9).trim();
    if (text.endsWith(']]>')) text = text.slice(0, -3).trim();
  }
  return text;
}

function unescapeOnce(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function hidesNothing(body: string): boolean {
  if (body.length > 4000) return false;
  const text = (/[<&]/.test(body) ? textOfMarkup(body) : body).trim();
  return text === '' ? !/<(?:img|iframe|video|embed|object|a)\b/i.test(body) : isPlaceholder(text);
}

const INLINE_MARKUP =
  'a|abbr|b|bdi|big|br|blockquote|center|code|div|em|embed|figure|font|h[1-6]|hr|i|iframe|img|ins|del|li|mark|mp-[a-z]+|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|video';
/** A `<` that opens none of the tags that stand in feeds is a sign of the text: `<5 kg`, `a<b`. */
const LOOSE_ANGLE = new RegExp(`<(?!/?(?:${INLINE_MARKUP})\\b[^<>]*>|!--)`, 'gi');

function textOfMarkup(markup: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    ontext: (piece) => {
      if (hidden === 0) text += piece;
    },
    onopentag: (name) => {
      if (name === 'script' || name === 'style') hidden++;
      else if (!/^(?:a|abbr|b|big|em|font|i|mark|s|small|span|strong|sub|sup|tt|u)$/.test(name)) text += ' ';
    },
    onclosetag: (name) => {
      if (name === 'script' || name === 'style') hidden = Math.max(0, hidden - 1);
    },
  });
  parser.end(markup.replace(LOOSE_ANGLE, '&lt;'));
  return text;
}
