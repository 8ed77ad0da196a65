import type { GoneWords } from '../catalogue/sites-schema.ts';
import type { RemovalKind } from '../model/observation.ts';
import { MessageStems } from '../text/message-words.ts';
import type { Said } from './message-sentences.ts';

/** A message that says that a notice is gone. */
export interface SaidGone {
  /** Null where it is kept back for a time only. */
  readonly kind: RemovalKind | null;
  /** Said as something that was done, in words that no wall has; else as something that is not there, or not shown. */
  readonly firmly: boolean;
  /** An act of taking away is named, as the one thing that happened, if perhaps in a clause that speaks of a wall too. */
  readonly act: boolean;
  /** Given as one of several things that may be. */
  readonly either: boolean;
  /** The sentence in which an account came to its end that is not the visitor's. */
  readonly endOfAccount: string | null;
  /** Said of a notice or the like, and not of a page or a file alone. */
  readonly ofNotice: boolean;
  readonly line: string;
}

/** What a message says of a notice that is gone; null where it says nothing of the kind. `isWall`: a clause that speaks of a wall or an error says nothing firmly. */
export type GoneFinder = (sentences: readonly Said[], isWall: (words: string) => boolean) => SaidGone | null;

/**
 * Finds in a short message that it says that what stood there is gone, and who did it. Firmly it says so by a word that says so alone, or by one of taking away with a thing or a mark of what is
 * done in the same clause, or by ceasing to be shown; less firmly by a word that says so of a thing, or by denying of a thing that it is there (a word of denial, then within a few letters one of being
 * there). Then an account, the platform, another place, the publisher, the end of a term, in this order. Pure.
 */
export function createGoneFinder(gone: GoneWords): GoneFinder {
  const stems = (list: readonly string[]): MessageStems => new MessageStems(list);
  const [acts, alone, verbs, marks] = [stems(gone.acts), stems([...gone.acts, ...gone.alone]), stems(gone.verbs), stems(gone.marks)];
  const [toCome, offers] = [stems(gone.toCome), stems(gone.offers)];
  const [ofThing, thing, place] = [stems(gone.ofThing), stems(gone.thing), stems(gone.place)];
  const [not, noMore, there] = [stems(gone.not), stems(gone.noMore), stems(gone.there)];
  const [or, forNow, forGood, ofPurchase] = [stems(gone.or), stems(gone.forNow), stems(gone.forGood), stems(gone.ofPurchase)];
  const by = (['platform', 'moved', 'publisher', 'expired'] as const).map((kind) => ({ kind, words: stems(gone.by[kind]) }));
  const who = stems([...gone.by.publisher, ...gone.by.platform]);
  const account = {
    visitor: stems(gone.account.visitor),
    names: stems(gone.account.names),
    people: stems(gone.account.people),
    ends: stems(gone.account.ends),
  };

  const denied = (words: string): boolean => there.after(words, not.ends(words), NEAR_DENIAL);
  const ceased = (words: string): boolean => thing.in(words) && there.after(words, noMore.ends(words), NEAR_DENIAL);
  const some = (words: string): boolean => thing.in(words) || place.in(words);
  const done = (words: string): boolean =>
    alone.in(offers.without(words)) || (verbs.in(words) && (some(words) || marks.in(words)) && !toCome.in(words)) || ceased(words);
  const acted = (words: string): boolean => acts.in(offers.without(words));
  const hinted = (words: string): boolean => (some(words) && ofThing.in(words)) || (thing.in(words) && denied(words));
  const ofAccount = (words: string): boolean =>
    (account.names.in(words) && account.ends.in(words)) || account.ends.after(words, account.people.ends(words), NEAR);

  return (sentences, isWall) => {
    const firm = sentences.find(({ clauses, parts }) => [...clauses, ...parts].some((words) => done(words) && !isWall(words)));
    const said = firm ?? sentences.find(({ words }) => done(words) || hinted(words));
    if (said === undefined) return null;
    const how = {
      firmly: firm !== undefined,
      act: sentences.some(({ words }) => acted(words) && !or.in(words)),
      endOfAccount: sentences.find(({ words }) => ofAccount(words) && !account.visitor.in(words))?.words ?? null,
      ofNotice: thing.in(said.words),
      either: or.in(said.words),
    };
    const saysGone = (words: string): boolean => done(words) || hinted(words) || ofThing.in(words);
    // Who says "deleted or under review" does not know which.
    const kept = sentences.find(({ words }) => forNow.in(ofPurchase.without(words)) && !(or.in(words) && saysGone(words)));
    // "The buyer has withdrawn it; it is not shown for the time being": what somebody did is done.
    const doneBy = sentences.some(
      ({ words, clauses }) => !or.in(words) && clauses.some((clause) => acted(clause) && who.in(clause) && !forNow.in(clause)),
    );
    if (kept !== undefined && !doneBy && !sentences.some(({ words }) => forGood.in(words))) return { kind: null, ...how, line: kept.line };
    const ended = sentences.find(({ words }) => ofAccount(words));
    if (ended !== undefined) return { kind: 'account', ...how, line: ended.line };
    for (const { kind, words: whose } of by) {
      const found = sentences.find(({ words }) => whose.in(words) && (words === said.words || saysGone(words)));
      if (found !== undefined) return { kind, ...how, line: found.line };
    }
    return { kind: 'status', ...how, line: said.line };
  };
}

/** Letters between a person and what happened to them. */
const NEAR = 40;

/** Letters between a denial and what it denies: "cannot, at this address, be found". */
const NEAR_DENIAL = 20;
