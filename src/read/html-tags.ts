/** The element around all others, which no page writes. */
export const ROOT_TAG = '#page';

/** Elements without content. */
export function isVoid(tag: string): boolean {
  return VOID.has(tag);
}

/** Elements that begin and end a line of text. */
export function isBlock(tag: string): boolean {
  return BLOCK.has(tag);
}

interface ImpliedEnds {
  readonly closes: ReadonlySet<string>;
  readonly until: ReadonlySet<string>;
  /** Go on after the first that was closed. */
  readonly repeat: boolean;
}

/** Which open elements a start tag ends, and where the search for them stops. */
export function impliedEnds(tag: string): ImpliedEnds | undefined {
  return IMPLIED.get(tag) ?? (BLOCK.has(tag) ? ENDS_PARAGRAPH : undefined);
}

const VOID = new Set([
  'area',
  'base',
  'basefont',
  'bgsound',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'image',
  'input',
  'keygen',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

const BLOCK = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'frameset',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'head',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'title',
  'noscript',
  'template',
  'optgroup',
]);

export const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption']);

/** End tags of other elements do not reach past these. */
export const SCOPE_LIMITS: ReadonlySet<string> = new Set(['td', 'th', 'table', 'caption', 'template', 'html']);

const CELLS = new Set(['td', 'th']);
const PARAGRAPH_WALLS = new Set([
  'button',
  'td',
  'th',
  'table',
  'caption',
  'template',
  'html',
  'div',
  'section',
  'article',
  'li',
  'body',
  'main',
  'form',
  'blockquote',
]);
const ENDS_PARAGRAPH: ImpliedEnds = { closes: new Set(['p']), until: PARAGRAPH_WALLS, repeat: false };

const LISTS = new Set(['ul', 'ol', 'menu', 'dir', 'table', 'td', 'th']);
const TABLE = new Set(['table', 'template']);

const IMPLIED: ReadonlyMap<string, ImpliedEnds> = new Map([
  ['li', { closes: new Set(['li']), until: LISTS, repeat: false }],
  ['dt', { closes: new Set(['dt', 'dd']), until: new Set(['dl', 'table', 'td']), repeat: false }],
  ['dd', { closes: new Set(['dt', 'dd']), until: new Set(['dl', 'table', 'td']), repeat: false }],
  ['td', { closes: CELLS, until: new Set(['tr', 'table']), repeat: false }],
  ['th', { closes: CELLS, until: new Set(['tr', 'table']), repeat: false }],
  ['tr', { closes: new Set(['tr', 'caption', 'colgroup']), until: TABLE, repeat: false }],
  ['tbody', { closes: new Set(['tr', 'tbody', 'thead', 'tfoot', 'caption', 'colgroup']), until: TABLE, repeat: true }],
  ['thead', { closes: new Set(['tr', 'tbody', 'thead', 'tfoot', 'caption', 'colgroup']), until: TABLE, repeat: true }],
  ['tfoot', { closes: new Set(['tr', 'tbody', 'thead', 'tfoot', 'caption', 'colgroup']), until: TABLE, repeat: true }],
  ['a', { closes: new Set(['a']), until: new Set(['td', 'th', 'table', 'div', 'li']), repeat: false }],
  ['option', { closes: new Set(['option']), until: new Set(['select']), repeat: false }],
  ['body', { closes: new Set(['head']), until: new Set(['html']), repeat: false }],
]);
