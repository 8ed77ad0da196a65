import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import { HIT_THRESHOLD } from '../../src/model/match.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { createNameFinder, type NameFinder } from '../../src/screen/text/name-finder.ts';
import type { EvalContext } from './eval-context.ts';
import { partyOf } from './party-of.ts';
import { developmentNotices, type Notice } from './development-notices.ts';
import { plantedNames } from './planted-names.ts';
import { count, share } from './report.ts';

const PLANTED = 500;
const AROUND = 60;

/** Names in text: listed names planted in development notices, and every hit on the notices as they are, to be read by people. */
export function textGroup({ world, report, options, halves }: EvalContext): void {
  report.heading('names in text');
  const notices = developmentNotices();
  if (notices === undefined) {
    report.note('no development notices beside the checkout');
    return;
  }
  const knowledge = compileNameKnowledge({ ...loadNameCatalogue(), off: options.off });
  const finder = createNameFinder(buildScreenIndex(world.parties.map(partyOf), knowledge), knowledge);
  for (const half of halves) {
    // Names of forms and trade words alone say nothing, not even against themselves.
    const says = (name: string): boolean => world.engine.compare({ name }, { name }).score >= HIT_THRESHOLD;
    const planted = plantedNames(world.parties, notices, PLANTED, half, says).map((one) => {
      const same = world.sameAs(one.party, one.name);
      const hits = finder.find(one.text);
      return { ...one, found: hits.some((hit) => same.has(hit.party) && hit.start < one.end && one.start < hit.end) };
    });
    const row = (name: string, members: typeof planted): void =>
      report.row({
        group: 'text',
        name: `${name}, ${half}`,
        n: members.length,
        figures: [share('recall', members.filter(({ found }) => found).length, members.length)],
      });
    row('planted', planted);
    for (const [name, members] of Map.groupBy(planted, ({ script, person }) => `${script}, ${person ? 'persons' : 'organisations'}`))
      row(name, members);
    for (const [helped, members] of Map.groupBy(planted, (one) => one.helped))
      row(helped ? 'short, with a title or form' : 'bare', members);
    if (!(half === 'dev' ? options.errors : options.heldOutErrors)) continue;
    for (const { text, start, end, name } of planted.filter(({ found }) => !found))
      report.note(`missed ${oneLine(text.slice(Math.max(0, start - 20), end + 20))} = ${name}`);
  }
  asTheyAre(finder, notices, { report });
}

function asTheyAre(finder: NameFinder, notices: readonly Notice[], { report }: Pick<EvalContext, 'report'>): void {
  const hits = notices.flatMap(({ lang, text }) => finder.find(text).map((hit) => ({ lang, notice: text, ...hit })));
  report.row({
    group: 'text',
    name: 'notices as they are: spans with hits',
    n: notices.length,
    figures: [
      count('spans', new Set(hits.map(({ notice, start }) => `${notice} ${start}`)).size),
      count('hits', hits.length),
      count('per 1,000', (hits.length * 1_000) / notices.length),
    ],
  });
  for (const { lang, notice, start, end, matchedName, party, score, explanation } of hits)
    report.note(
      `${lang} ${score.toFixed(2)} ${oneLine(`${notice.slice(Math.max(0, start - AROUND), start)}[${notice.slice(start, end)}]${notice.slice(end, end + AROUND)}`)} = ${matchedName} (${party}): ${explanation.text}`,
    );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
