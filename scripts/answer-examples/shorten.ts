import { roughly } from './stand-ins.ts';

const MOST_ITEMS = 2;
const MOST_CHARACTERS = 240;

/** It is another one after each change of code or catalogue. */
const RECIPE = '6b1f0e9c47d2a8355e90';

const SECRETS: Readonly<Record<string, string>> = { secret: '(told this once)', csrf: '(token of the session)' };

/** An answer as it is shown: without what makes it long, what is secret, and what is other at each run. `told` is given every text of it, in order. */
export function shortened(value: unknown, told: (text: string) => string, key = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((one) => shortened(one, told));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [told(name), shortened(one, told, name)]));
  if (typeof value === 'number') return numberShown(value, key);
  // The story is played on this machine, which stands for the web.
  if (key === 'allowPrivate') return false;
  if (typeof value !== 'string') return value;
  if (key === 'ip') return value.replace(/^127\.0\.0\./, '203.0.113.');
  if (key === 'recipe') return value.replace(/[0-9a-f]{12,}/g, (digits) => RECIPE.slice(0, digits.length));
  if (key in SECRETS) return SECRETS[key];
  if (key === 'nextCursor') return cursorShown(value, told);
  return cut(told(value));
}

/** Sizes of what is compressed, and times between the wall's seconds, are other at each run. */
function numberShown(value: number, key: string): number {
  if (key === 'bytes') return roughly(value);
  return key === 'lagSeconds' ? Math.floor(value / 60) * 60 : value;
}

/** A cursor is JSON, hidden from clients; see `paging.ts`. */
function cursorShown(cursor: string, told: (text: string) => string): string {
  return Buffer.from(told(Buffer.from(cursor, 'base64url').toString())).toString('base64url');
}

/** Ends before a mark of UTF-16 would stand alone. */
function cut(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}
