import type { GoneWords } from '../catalogue/sites-schema.ts';
import type { RemovalKind } from '../model/observation.ts';
import { MessageStems, messageWords } from '../text/message-words.ts';

/** A message that says that a notice is gone. */
export interface SaidGone {
  /** Null where it is kept back for a time only. */
  readonly kind: RemovalKind | null;
  readonly line: string;
}

/**
 * Finds in a short message that it says that what stood there is gone, and who did it. A line says so by a word that says so alone; by one that says so of a thing in the
 * same line; or by denying of a thing that it is there (a word of denial, then within a few letters one of being there). Then an account, the platform, another place, the
 * publisher, the end of a term, in this order. Null where no line says so. Pure.
 */
export function createGoneFinder(gone: GoneWords): (lines: readonly string[]) => SaidGone | null {
  const stems = (list: readonly string[]): MessageStems => new MessageStems(list);
  const [alone, ofThing, thing] = [stems(gone.alone), stems(gone.ofThing), stems(gone.thing)];
  const [not, there, or, forNow] = [stems(gone.not), stems(gone.there), stems(gone.or), stems(gone.forNow)];
  const by = (['platform', 'moved', 'publisher', 'expired'] as const).map((kind) => ({ kind, words: stems(gone.by[kind]) }));
  const account = { names: stems(gone.account.names), people: stems(gone.account.people), ends: stems(gone.account.ends) };

  const goneWord = (words: string): boolean => alone.in(words) || ofThing.in(words) || denied(words);
  const denied = (words: string): boolean => there.after(words, not.ends(words), NEAR_DENIAL);
  const saysGone = (words: string): boolean => alone.in(words) || (thing.in(words) && (ofThing.in(words) || denied(words)));
  const ofAccount = (words: string): boolean =>
    (account.names.in(words) && account.ends.in(words)) || account.ends.after(words, account.people.ends(words), NEAR);

  return (lines) => {
    const said = lines.map((line) => ({ line: line.trim(), words: messageWords(line) }));
    const first = said.find(({ words }) => saysGone(words));
    if (first === undefined) return null;
    // Who says "deleted or under review" does not know which.
    const kept = said.find(({ words }) => forNow.in(words) && !(or.in(words) && saysGone(words)));
    if (kept !== undefined) return { kind: null, line: kept.line };
    const ended = said.find(({ words }) => ofAccount(words));
    if (ended !== undefined) return { kind: 'account', line: ended.line };
    for (const { kind, words: who } of by) {
      const found = said.find(({ words }) => who.in(words) && (words === first.words || goneWord(words)));
      if (found !== undefined) return { kind, line: found.line };
    }
    return { kind: 'status', line: first.line };
  };
}

/** Letters between a person and what happened to them. */
const NEAR = 40;

/** Letters between a denial and what it denies: "cannot, at this address, be found". */
const NEAR_DENIAL = 14;
