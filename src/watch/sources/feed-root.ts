import type { FeedFormat } from './feed-item.ts';

export type FeedRoot = { readonly format: FeedFormat } | { readonly format: null; readonly root: string | null };

/** As much of a file as is looked at for its kind: warnings of a server and long licence comments stand before some feeds. */
export const SNIFF_CHARACTERS = 16_384;

const FORMATS: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
]);

/**
 * What the beginning of a text says it is. The first element decides, but a server's warning in front of a feed
 * (`<br /><b>Warning</b>: …`) does not hide it; a page of HTML is no feed whatever it quotes.
 */
export function feedRootOf(start: string): FeedRoot {
  const text = start.slice(0, SNIFF_CHARACTERS).replace(/^[\uFEFF\s]+/, '');
  if (text.startsWith('{'))
    return /"items"\s*:\s*\[/.test(text) || /jsonfeed\.org\/version/.test(text) ? { format: 'json' } : { format: null, root: null };
  let first: string | null = null;
  for (const [, prefix, name = ''] of withoutProlog(text).matchAll(/<(?:([\w.-]+):)?([A-Za-z][\w.-]*)(?=[\s/>])/g)) {
    const local = name.toLowerCase();
    first ??= prefix === undefined ? local : `${prefix}:${local}`;
    if (local === 'html' || local === 'body' || local === 'head') break;
    const format = FORMATS.get(local);
    if (format !== undefined) return { format };
    if (!WARNING_MARKUP.has(local)) break;
  }
  return { format: null, root: first };
}

const WARNING_MARKUP = new Set(['br', 'b', 'p', 'i', 'pre', 'div', 'font', 'strong']);

/** Comments, processing instructions and the document type say nothing of the kind. Each step is linear. */
function withoutProlog(text: string): string {
  let rest = text;
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<!', '>'],
  ] as const) {
    let kept = '';
    let from = 0;
    for (let at = rest.indexOf(open); at >= 0; at = rest.indexOf(open, from)) {
      kept += rest.slice(from, at);
      const end = rest.indexOf(close, at + open.length);
      if (end < 0) return kept;
      from = end + close.length;
    }
    rest = kept + rest.slice(from);
  }
  return rest;
}
