import type { Trade, TradeRole } from '../model/trade-party.ts';
import { terminalLine } from './terminal-text.ts';

/** Said on stderr whenever `--reveal` is used. */
export const REVEALED =
  'Names of contact persons and ways to reach them are shown, because --reveal asks for it; take care where this output is kept.';

const ROLE_NAMES: Readonly<Record<TradeRole, string>> = {
  buyer: 'buyer',
  seller: 'seller',
  endUser: 'end user',
  consignee: 'consignee',
  agent: 'agent',
  publisher: 'publisher',
  destination: 'destination',
  transit: 'transit',
  contact: 'contact',
};

/** Who trades and on which terms, a line each: the role, the words, what the role is known by. */
export function tradeLines({ parties, terms }: Trade): readonly string[] {
  const width = 12;
  return [
    ...parties.map(({ role, text, named, place, acts, because }) =>
      [
        ROLE_NAMES[role].padEnd(width),
        `“${terminalLine(text)}”`,
        named ? '' : '  not named',
        place === undefined ? '' : `  ${place}`,
        acts === undefined ? '' : acts === 'onBehalf' ? '  on behalf of another' : '  for itself',
        because === text ? '' : `  (${terminalLine(because)})`,
      ].join(''),
    ),
    ...terms.map(({ term, text, date, because }) =>
      [
        term.padEnd(width),
        date ?? `“${terminalLine(text)}”`,
        date === null ? '' : `  “${terminalLine(text)}”`,
        because === text ? '' : `  (${terminalLine(because)})`,
      ].join(''),
    ),
  ];
}
