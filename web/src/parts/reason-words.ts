import type { Glossary } from '../api/glossary.ts';
import type { Say } from '../words/use-words.ts';

export interface Reason {
  readonly points: number;
  readonly kind: 'intent' | 'place' | 'tradeName' | 'flag' | 'publisher' | 'listed' | 'removed' | 'goods';
  /** An id of the catalogue, or a name. */
  readonly what: string;
}

const KINDS = [
  ['intent', /^intent (.+)$/s],
  ['place', /^place (.+)$/s],
  ['tradeName', /^trade name (.+)$/s],
  ['flag', /^red flag ([^:]+)/],
  ['publisher', /^listed party publishes it: (.+)$/s],
  ['listed', /^listed party (.+)$/s],
  ['removed', /^(removed)$/],
  ['goods', /^(.+)$/s],
] as const;

/** A reason of a priority as the server writes it (`+20 intent foreign_buyer`), taken apart. */
export function readReason(reason: string): Reason | null {
  const [, points, rest = ''] = /^\+(\d+) (.+)$/s.exec(reason) ?? [];
  if (points === undefined) return null;
  for (const [kind, pattern] of KINDS) {
    const what = pattern.exec(rest)?.[1];
    if (what !== undefined) return { points: Number(points), kind, what };
  }
  return null;
}

/** The same in the reader's words: `+20 foreign buyer`. */
export function reasonInWords(reason: string, glossary: Glossary, say: Say<'inbox'>): string {
  const read = readReason(reason);
  if (read === null) return reason;
  return `+${read.points} ${wordsFor(read, glossary, say)}`;
}

function wordsFor({ kind, what }: Reason, glossary: Glossary, say: Say<'inbox'>): string {
  switch (kind) {
    case 'intent':
      return glossary.intent(what);
    case 'place':
      return /^[A-Z]{2}(-|$)/.test(what) ? `${glossary.country(what.slice(0, 2))}${what.length > 2 ? ` (${what})` : ''}` : what;
    case 'tradeName':
      return say('whyTradeName', { name: what });
    case 'flag':
      return say('whyFlag', { flag: glossary.indicator(what) });
    case 'publisher':
      return say('whyPublisher', { name: what });
    case 'listed':
      return say('whyListed', { name: what });
    case 'removed':
      return say('whyRemoved');
    case 'goods':
      return glossary.goods(what);
  }
}
