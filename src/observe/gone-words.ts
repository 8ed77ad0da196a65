import type { GoneWords } from '../catalogue/sites-schema.ts';
import type { RemovalKind } from '../model/observation.ts';
import { foldMessage } from '../text/message.ts';

/** A message that says that a notice is gone. */
export interface SaidGone {
  /** Null where it is kept back for a time only. */
  readonly kind: RemovalKind | null;
  readonly line: string;
}

/**
 * Finds in a short message that it says that what stood there is gone, and who did it: a word that says so alone, or one that says so of a thing
 * in the same line; then an account, the platform, the publisher, another place, the end of a term, in this order. Null where no line says so. Pure.
 */
export function createGoneFinder(words: GoneWords): (lines: readonly string[]) => SaidGone | null {
  const fold = (list: readonly string[]): readonly string[] => list.map(foldMessage).filter((word) => word !== '');
  const [alone, ofThing, thing] = [fold(words.alone), fold(words.ofThing), fold(words.thing)];
  const forNow = fold(words.forNow);
  const by = {
    publisher: fold(words.by.publisher),
    platform: fold(words.by.platform),
    moved: fold(words.by.moved),
    expired: fold(words.by.expired),
  };
  const [names, people, ends] = [fold(words.account.names), fold(words.account.people), fold(words.account.ends)];

  return (lines) => {
    const folded = lines.map((line) => ({ line: line.trim(), text: foldMessage(line) }));
    const said = folded.find(({ text }) => has(text, alone) || (has(text, ofThing) && has(text, thing)));
    if (said === undefined) return null;
    const kept = folded.find(({ text }) => has(text, forNow));
    if (kept !== undefined) return { kind: null, line: kept.line };
    const account = folded.find(({ text }) => isAccount(text));
    if (account !== undefined) return { kind: 'account', line: account.line };
    for (const kind of ['platform', 'moved', 'publisher', 'expired'] as const) {
      const found = folded.find(({ text }) => has(text, by[kind]) && (text === said.text || has(text, alone) || has(text, ofThing)));
      if (found !== undefined) return { kind, line: found.line };
    }
    return { kind: 'status', line: said.line };
  };

  function isAccount(text: string): boolean {
    if (has(text, names) && has(text, ends)) return true;
    return people.some((person) => {
      const at = text.indexOf(person);
      return at >= 0 && has(text.slice(at, at + person.length + NEAR), ends);
    });
  }
}

/** Letters between a person and what happened to them. */
const NEAR = 40;

function has(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
