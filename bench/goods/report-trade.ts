import type { Analysis } from '../../src/model/analysis.ts';
import type { Scanner } from '../../src/recognise/scanner.ts';
import { openAnalyser } from '../../src/work/analyser.ts';
import type { WrittenNotice } from './written-notices.ts';

const CONTEXT = { fields: {}, publishedAt: null, state: null, versions: null, copies: null, listed: null } as const;
const TODAY = '2026-11-26';

/**
 * Prints how many buyers, places of delivery and quantities of written notices were read. A party counts where one of its role is the words of the label, a part of them or more than
 * them; a quantity where the item that its goods stand in has that number.
 */
export function reportTrade(name: string, notices: readonly WrittenNotice[], scanner: Pick<Scanner, 'scan'>): void {
  const analyser = openAnalyser();
  const counts = { buyers: { right: 0, all: 0 }, destinations: { right: 0, all: 0 }, quantities: { right: 0, all: 0 } };
  const count = (of: keyof typeof counts, isRight: boolean): void => {
    counts[of].right += isRight ? 1 : 0;
    counts[of].all += 1;
  };
  for (const { text, buyer, destination, quantities = {} } of notices) {
    const analysis = analyser.analyse(text, scanner.scan(text), CONTEXT, TODAY);
    if (typeof buyer === 'string') count('buyers', names(analysis, text, 'buyer', buyer));
    if (typeof destination === 'string') count('destinations', names(analysis, text, 'destination', destination));
    for (const [term, value] of Object.entries(quantities)) {
      const at = text.indexOf(term);
      count(
        'quantities',
        analysis.items.some(({ start, end, quantity }) => start <= at && at < end && quantity?.value === value),
      );
    }
  }
  const told = Object.entries(counts).map(([of, { right, all }]) => `${of} ${right} of ${all}`);
  process.stdout.write(`${name.padEnd(30)} ${told.join(', ')}\n`);
}

function names({ parties }: Analysis, text: string, role: string, wanted: string): boolean {
  return parties.some((party) => {
    const found = text.slice(party.start, party.end);
    return party.role === role && (found.includes(wanted) || wanted.includes(found));
  });
}
