import type { TradeParty } from '../model/trade-party.ts';
import { privateNames } from '../recognise/parties/mask-parties.ts';
import { openScanner } from './knowledge.ts';
import { openTradeFinder } from './trade-finder.ts';

/** Who trades in a text that nobody has scanned yet; names of goods are no contact persons. Throws `catalogue-invalid`. */
export function partiesIn(text: string, fields: Readonly<Record<string, string>> = {}): readonly TradeParty[] {
  const goods = openScanner()
    .scan(text)
    .mentions.filter(({ kind }) => kind === 'good');
  return openTradeFinder().find(text, fields, goods).parties;
}

/** Private persons whom a text names, and ways to reach them, longest first. Throws `catalogue-invalid`. */
export function personsIn(text: string, fields: Readonly<Record<string, string>> = {}): readonly string[] {
  return privateNames(partiesIn(text, fields));
}
