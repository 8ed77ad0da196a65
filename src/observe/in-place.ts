import type { GoneWords, InPlace } from '../catalogue/sites-schema.ts';
import type { MessageWeights } from '../catalogue/message-weights.ts';
import type { RemovalKind } from '../model/observation.ts';
import { foldMessage } from '../text/message.ts';
import { MessageStems, messageWords } from '../text/message-words.ts';
import { createGoneFinder, type SaidGone } from './gone-words.ts';
import { chanceOfRemoval } from './message-chance.ts';
import { printWords } from '../text/print-words.ts';
import { messageSentences, type Said } from './message-sentences.ts';
import { isTextOfItsOwn, type ClauseSpeech } from './speaks-of-visit.ts';

/** What was found in the words that came in place of a notice. */
export interface SaidInPlace {
  readonly state: InPlace['state'];
  readonly kind: RemovalKind | null;
  readonly reason: string;
  /** Said as done, and not in words that walls have too; of the notice, and not of a page or a file. */
  readonly firmly: boolean;
  readonly ofNotice: boolean;
  /** An act of taking away is named, as the one thing that happened, if perhaps in a clause that speaks of a wall too. */
  readonly act: boolean;
  /** Given as one of several things that may be. */
  readonly either: boolean;
  /** The line that says it. */
  readonly line: string;
}

export interface InPlaceWords {
  /**
   * What the lines say that came in place of a notice: walls and errors first, in the order of the catalogue, then that it is gone. Null where they say nothing known, or are too many for a message. In a
   * text about something of its own words that texts have too (`inTexts`) make no wall, and beside them counts only what is said firmly.
   */
  find(lines: readonly string[]): SaidInPlace | null;
  /** That they say that something is gone, whatever else. */
  findGone(lines: readonly string[]): SaidInPlace | null;
  /** The line by which a page says that a part of it is shown only to some, or null. */
  partly(lines: readonly string[]): string | null;
  /** That they are a text about something of its own, and no message. */
  isText(lines: readonly string[]): boolean;
  /** That one of them is a line of prose, and none of them speaks to a visitor, as a wall or of something that is gone. */
  isStory(lines: readonly string[]): boolean;
  /** How likely it is, 0 to 1, that they tell of a removal, by how such messages read; 0 where they say that something is for a time only. */
  chance(lines: readonly string[]): number;
}

/** By what a text about something of its own is told from a message, as in the catalogue. */
export interface WordsOfTexts {
  readonly ofVisit: readonly string[];
  readonly ofTerms: readonly string[];
  /** Words of walls that say nothing in such a text. */
  readonly inTexts: readonly string[];
}

/** A message is short: beside it stands at most a search form and a few links. Letters and digits. */
const MOST_IN_ALL = 900;
const MOST_OF_REMOVAL = 500;
const LONGEST_LINE = 240;
const LONGEST_HEADING = 60;

const REASONS: Readonly<Record<RemovalKind, string>> = {
  publisher: 'deleted',
  platform: 'violation',
  account: 'account',
  moved: 'moved',
  expired: 'expired',
  status: 'soft 404',
};

/** Makes the words of the catalogue ready. */
export function createInPlaceWords(
  entries: readonly InPlace[],
  gone: GoneWords,
  partly: readonly string[],
  weights: MessageWeights,
  { ofVisit, ofTerms, inTexts }: WordsOfTexts,
): InPlaceWords {
  const ordinary = new Set(inTexts);
  const known = entries.map((entry) => ({
    entry,
    stems: new MessageStems(entry.text),
    inText: new MessageStems(entry.text.filter((stem) => !ordinary.has(stem))),
  }));
  const walls = known.filter(({ entry }) => entry.state !== 'removed');
  const isWall = (words: string): boolean => walls.some(({ stems }) => stems.in(words));
  // "The notice is under review and cannot be shown at present": nothing failed.
  const keptBack = (words: string): InPlace | undefined =>
    walls.find(({ entry, stems }) => entry.reason === 'withheld' && stems.in(words))?.entry;
  const only = partly.map(foldMessage);
  const visit = new MessageStems(ofVisit);
  const [forNow, forGood] = [new MessageStems(gone.forNow), new MessageStems(gone.forGood)];
  const [notYet, elsewhere] = [new MessageStems(gone.notYet), new MessageStems(gone.by.moved)];
  const isForNow = (lines: readonly string[]): boolean => {
    const said = lines.map(messageWords);
    return said.some((words) => forNow.in(words)) && !said.some((words) => forGood.in(words));
  };
  const speech: ClauseSpeech = {
    asWall: (words) => visit.in(words) || walls.some(({ inText }) => inText.in(words)),
    terms: ofTerms.map((term) => new MessageStems([term])),
  };
  const goneIn = createGoneFinder(gone);
  const goneAlone = new MessageStems([...gone.acts, ...gone.alone, ...gone.forNow, ...gone.ofThing]);
  const goneOf = (sentences: readonly Said[]): SaidGone | null =>
    lettersIn(sentences) > MOST_OF_REMOVAL ? null : goneIn(sentences, isWall);

  return {
    find(lines) {
      if (isLong(lines)) return null;
      const sentences = messageSentences(lines, LONGEST_LINE);
      const said = goneOf(sentences);
      const isText = isTextOfItsOwn(lines, sentences, speech);
      const heads = headsOf(lines);
      let ordinaryWord = false;
      for (const { entry, stems, inText } of known) {
        const anyhow = sentences.find(({ words }) => stems.in(words));
        if (anyhow === undefined) continue;
        // What a title or first line says it says in whatever words.
        const found = !isText || heads.has(anyhow.line) ? anyhow : sentences.find(({ words }) => inText.in(words));
        ordinaryWord ||= found === undefined;
        if (found === undefined) continue;
        // "It was deleted. Log in to see others": the wall is of the others. "User X is banned": and so is that.
        if (said !== null && (said.firmly || said.endOfAccount === found.words) && said.kind !== null && VISITOR.has(entry.reason)) break;
        // Behind it stand other notices: "The ad was withdrawn. Similar ads: maintenance of lifts".
        if (said?.firmly === true && said.ofNotice && said.act && said.kind !== null && isBefore(lines, said.line, found.line)) break;
        // What stood was published: of a page that was deleted or not yet published, only the first can be.
        if (entry.reason === 'withheld' && said?.either === true && said.ofNotice && said.line === found.line && notYet.in(found.words))
          break;
        // A site that ended and says where its work goes on, and that its notices are not shown any more.
        if (entry.reason === 'hosting' && said?.firmly === true && said.ofNotice && sentences.some(({ words }) => elsewhere.in(words)))
          return { ...inPlace(said), state: 'removed', kind: 'moved', reason: REASONS.moved };
        const { state, kind = null, reason } = (entry.reason === 'error' && keptBack(found.words)) || entry;
        return {
          state,
          kind,
          reason,
          firmly: true,
          ofNotice: true,
          act: true,
          either: false,
          line: found.line,
        };
      }
      return said === null || (ordinaryWord && !(said.firmly && said.ofNotice)) ? null : inPlace(said);
    },
    findGone(lines) {
      const said = goneOf(messageSentences(lines, LONGEST_LINE));
      return said === null ? null : inPlace(said);
    },
    partly(lines) {
      const saysSo = (line: string): boolean => {
        const folded = foldMessage(line);
        return only.some((words) => folded.includes(words));
      };
      return lines.find((line) => line.length <= LONGEST_LINE && saysSo(line))?.trim() ?? null;
    },
    isText: (lines) => isTextOfItsOwn(lines, messageSentences(lines, LONGEST_LINE), speech),
    isStory(lines) {
      const sentences = messageSentences(lines, LONGEST_LINE);
      const heard = sentences.some(({ words }) => speech.asWall(words) || isWall(words) || goneAlone.in(words));
      return !heard && lines.some(isProse) && goneIn(sentences, isWall) === null && chanceOfRemoval(lines, weights) < UNLIKELY;
    },
    chance: (lines) => (isLong(lines) || isForNow(lines) ? 0 : chanceOfRemoval(lines, weights)),
  };
}

/** What reads like a message about a removal is none, in whatever words. */
const UNLIKELY = 0.9;

/** A line of prose has so many words, or pairs of Han characters, and ends as a sentence does. */
function isProse(line: string): boolean {
  return printWords(line).length >= PROSE_WORDS && /[.!?。！？…]["'»”）)]?$/u.test(line.trim());
}

const PROSE_WORDS = 8;

/** Walls that ask something of the visitor, and may stand under a message of any kind. */
const VISITOR: ReadonlySet<string> = new Set(['login', 'withheld', 'denied', 'frequency']);

function inPlace({ kind, endOfAccount: _, ...how }: SaidGone): SaidInPlace {
  if (kind === null) return { state: 'blocked', kind: null, reason: 'withheld', ...how };
  return { state: 'removed', kind, reason: REASONS[kind], ...how };
}

/** The title or first line, and the heading below it. */
function headsOf([first = '', second = '']: readonly string[]): ReadonlySet<string> {
  return new Set([first.trim(), ...(second.length <= LONGEST_HEADING ? [second.trim()] : [])]);
}

function isBefore(lines: readonly string[], one: string, other: string): boolean {
  const at = (line: string): number => lines.findIndex((each) => each.trim() === line);
  return at(one) >= 0 && at(one) < at(other);
}

/** Whole lines count: the beginning of a long text is no message. */
function isLong(lines: readonly string[]): boolean {
  return lines.reduce((sum, line) => sum + foldMessage(line.slice(0, 2 * MOST_IN_ALL)).length, 0) > MOST_IN_ALL;
}

function lettersIn(sentences: readonly Said[]): number {
  return sentences.reduce((sum, { words }) => sum + words.replace(/ /g, '').length, 0);
}
