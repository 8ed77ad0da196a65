import { HIT_THRESHOLD } from '../../src/model/match.ts';
import { outcomeFigures } from './group-aliases.ts';
import type { EvalContext } from './eval-context.ts';
import type { Found } from './engine.ts';
import { plainKey, plainWords } from './name-words.ts';
import { addNoise } from './noise.ts';
import { askFor } from './outcome.ts';
import type { Ask } from './outcome.ts';
import type { PeerParty } from './peers-list.ts';
import type { PartySchema } from '../../src/model/party.ts';
import { seededRandom } from './random.ts';
import { count, share } from './report.ts';
import { sharedRecords } from './shared-names.ts';

/** yente's positives (persons of the UN list as written and as altered by hand, members of the US congress). */
export function positivesGroup({ world, report }: EvalContext): void {
  report.heading("yente's positives");
  const byName = new Map(
    world.parties
      .filter(({ id, schema }) => id.startsWith('un-') && schema === 'Person')
      .map((party) => [party.names[0]?.toUpperCase() ?? '', party]),
  );
  const plain = sharedRecords('yente_positives_un_untreated.csv').map(nameOf);
  const treated = sharedRecords('yente_positives_un_treated.csv').map(nameOf);
  const asks = (names: readonly string[], where: (n: number) => boolean): Ask[] =>
    names.flatMap((name, n) => {
      const party = byName.get((plain[n] ?? '').toUpperCase());
      return party === undefined || !where(n) ? [] : [{ party, query: { name, schema: 'Person' as const } }];
    });
  const line = (name: string, some: readonly Ask[]): void => {
    const outcomes = some.map((ask) => askFor(ask, world.full(), world));
    report.row({ group: 'positives', name, n: outcomes.length, figures: outcomeFigures(outcomes) });
  };
  line(
    'UN persons as listed',
    asks(plain, () => true),
  );
  line(
    'UN persons altered by hand',
    asks(treated, (n) => plain[n] !== treated[n]),
  );
  congress({ world, report });
}

/** No list here holds the congress: its members are added to the list, and asked for with one slip, and with surname first. */
function congress({ world, report }: Pick<EvalContext, 'world' | 'report'>): void {
  const names = [...new Set(sharedRecords('yente_positives_us_congress_untreated.csv').map(nameOf))];
  const members = names.map((name, n): PeerParty => ({ id: `congress-${n}`, schema: 'Person', names: [name] }));
  const index = world.engine.build([...world.parties, ...members]);
  const random = seededRandom(1776);
  for (const kind of ['replace', 'delete', 'order'] as const) {
    const outcomes = members.flatMap((party) => {
      const name = addNoise(party.names[0] ?? '', kind, random, (word) => word.length > 3);
      return name === undefined ? [] : [askFor({ party, query: { name, schema: 'Person' } }, index, world)];
    });
    report.row({ group: 'positives', name: `US congress, ${kind}`, n: outcomes.length, figures: outcomeFigures(outcomes) });
  }
}

/** A best hit on the name of somebody who is on no list. */
export interface FalseHit {
  readonly name: string;
  readonly found: Found;
  /** The listed name is the same after plain transliteration, in any order of its words. */
  readonly isHomonym: boolean;
}

/** 100,000 names of people who are on no list, by name alone. */
export function negativesGroup({ world, report }: EvalContext): void {
  const names = negativeNames();
  const hits = falseHits(names, { world }, 'Person');
  const strong = hits.filter(({ found }) => found.score >= STRONG);
  report.heading("yente's negatives, by name alone");
  report.row({
    group: 'negatives',
    name: 'ordinary names',
    n: names.length,
    figures: [
      share(`hit at ${HIT_THRESHOLD}`, hits.length, names.length),
      count(`hits at ${HIT_THRESHOLD}`, hits.length),
      count(`hits at ${STRONG}`, strong.length),
      count(`hits at ${STRONG} without homonyms`, strong.filter(({ isHomonym }) => !isHomonym).length),
      count(`homonyms at ${HIT_THRESHOLD}`, hits.filter(({ isHomonym }) => isHomonym).length),
    ],
  });
  const open = falseHits(
    names.filter((_, n) => n % 5 === 0),
    { world },
  );
  report.row({
    group: 'negatives',
    name: 'every fifth, nothing says whose',
    n: Math.ceil(names.length / 5),
    figures: [
      count(`hits at ${HIT_THRESHOLD}`, open.length),
      count(`hits at ${STRONG}`, open.filter(({ found }) => found.score >= STRONG).length),
    ],
  });
  for (const { name, found, isHomonym } of strong.toSorted(
    (a, b) => Number(a.isHomonym) - Number(b.isHomonym) || b.found.score - a.found.score,
  ))
    report.note(`${isHomonym ? 'homonym' : 'false  '} ${found.score.toFixed(3)} ${name} | ${found.matchedName} (${found.id})`);
}

const STRONG = 0.9;

export function negativeNames(): string[] {
  return [...sharedRecords('yente_negatives_global.csv'), ...sharedRecords('yente_negatives_us.csv')].map(nameOf);
}

/** Best hits from the threshold on; without a schema nothing says that the names are persons'. */
export function falseHits(names: readonly string[], { world }: Pick<EvalContext, 'world'>, schema?: PartySchema): FalseHit[] {
  const listed = new Map<string, ReadonlySet<string>>(world.parties.map(({ id, names: all }) => [id, new Set(all.map(plainKey))]));
  return names.flatMap((name) => {
    const [found] = world.full().search({ name, ...(schema === undefined ? {} : { schema }) }, 1, HIT_THRESHOLD);
    if (found === undefined) return [];
    return [{ name, found, isHomonym: plainWords(name).length > 0 && (listed.get(found.id)?.has(plainKey(name)) ?? false) }];
  });
}

function nameOf(row: Readonly<Record<string, string>>): string {
  return (row['full_name'] ?? '').trim().split(/\s+/).join(' ');
}
