import { indicatorsSeen } from '../assess/indicators/find-indicators.ts';
import type { AssessReading } from '../capture/derive.ts';
import type { Span } from '../model/span.ts';
import type { TradeParty } from '../model/trade-party.ts';
import { destinationsOf } from '../recognise/parties/destinations.ts';
import { privateNames } from '../recognise/parties/mask-parties.ts';
import { controlsThatMayApply, openAnalyser } from './analyser.ts';
import { openTradeFinder } from './trade-finder.ts';

/** A notice without a date is set against the lists as they stand last: what is kept of it must not hang on the day of reading. */
const LAST_DAY = '9999-12-31';

/** Weighs readings by the rules of the catalogue; what only time or screening shows (removed, copies, listed parties) is left to whoever knows it. */
export const assessReading: AssessReading = ({ title, publisher, text, publishedAt, fields }, scan) => {
  const context = { fields, publishedAt, state: null, versions: null, copies: null, listed: null };
  const analysis = openAnalyser().analyse(text, scan, context, LAST_DAY);
  return {
    destination: destinationsOf(analysis.parties),
    indicators: indicatorsSeen(analysis.findings),
    controls: controlsThatMayApply(analysis),
    persons: personsNamed(
      [title, publisher],
      analysis.parties,
      scan.mentions.flatMap(({ kind, text: named }) => (kind === 'good' ? [named] : [])),
    ),
  };
};

/** Private persons whom lines name: parties of the whole text, and those that the words of a line alone give away. `goods`: words that name goods. */
function personsNamed(lines: readonly (string | null)[], ofText: readonly TradeParty[], goods: readonly string[]): readonly string[] {
  const given = lines.filter((line) => line !== null);
  const parties = [...ofText, ...given.flatMap((line) => openTradeFinder().find(line, {}, spansOf(goods, line)).parties)];
  return privateNames(parties).filter((name) => given.some((line) => line.includes(name)));
}

/** Where a line has the words, in its order: the first place of each. */
function spansOf(words: readonly string[], line: string): readonly Span[] {
  return [...new Set(words)]
    .map((word) => ({ start: line.indexOf(word), end: line.indexOf(word) + word.length }))
    .filter(({ start }) => start !== -1)
    .toSorted((a, b) => a.start - b.start);
}
