import type { PreparedText } from '../prepared-text.ts';
import type { Shingles } from '../shingles.ts';

/** Kinds of tokens that any language writes alike. */
const TOKENS: ReadonlySet<string> = new Set(['mail', 'url', 'phone', 'date', 'number', 'model', 'price', 'quantity', 'figure']);
/** A smaller number is in every other text. */
const LEAST_FIGURE = 20;

/**
 * What a text says that a text of the same matter in another language says too: concepts of goods, trade names, places, contacts, numbers, days, and
 * names in Latin letters; hashed, so that an index of copies finds texts by the rarest of them.
 */
export function factShingles(text: PreparedText): Shingles {
  const keys = new Set<string>();
  for (const { kind, key } of text.facts) keys.add(`${kind}:${key}`);
  for (const { kind, key, start } of text.tokens) {
    if (TOKENS.has(kind)) {
      if (!isSmall(key)) keys.add(key);
    } else if (kind === 'word' && isName(key, text, start)) keys.add(`name:${key}`);
  }
  return { hashes: Uint32Array.from(keys, hashOf), lengths: new Uint8Array(keys.size) };
}

/** In a text of Latin letters a name begins with a capital. */
function isName(key: string, { text, lang }: PreparedText, start: number): boolean {
  return /^[a-z]{4}/.test(key) && (lang !== 'en' || /\p{Lu}/u.test(text.charAt(start)));
}

function isSmall(key: string): boolean {
  const value = Number(key.slice(key.indexOf(':') + 1));
  return Number.isInteger(value) && value < LEAST_FIGURE;
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
