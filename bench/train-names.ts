/**
 * Learns the weights of the name model on the dev half and writes `src/screen/score/weights.ts`: `npm run bench -- train-names`.
 * Right pairs: aliases across scripts, altered names and yente's positives with the listed name nearest to them; wrong pairs: what else the index finds for
 * these, and what it finds for names on no list. Logistic regression by Newton's method with a ridge. Held-out parties and the labelled pairs are not looked at.
 */
import { writeFileSync } from 'node:fs';
import { loadNameCatalogue } from '../src/catalogue/name-catalogue.ts';
import type { NameQuery } from '../src/model/party.ts';
import { featuresOfNames } from '../src/screen/compare.ts';
import { compileNameKnowledge } from '../src/screen/knowledge.ts';
import { FEATURES } from '../src/screen/score/features.ts';
import { aliasAsks } from './names/alias-asks.ts';
import { loadEngine, type NameIndex } from './names/engine.ts';
import { isHeldOut } from './names/held-out.ts';
import { noiseAsks } from './names/noise-asks.ts';
import { halfOf, isSurelyOther, type Ask } from './names/outcome.ts';
import { writtenPairs } from './names/written-pairs.ts';
import { seededRandom } from './names/random.ts';
import { sharedRecords } from './names/shared-names.ts';
import { createWorld, latinOnly } from './names/world.ts';
import { fitLogistic, type Bounds, type Example } from './names/fit-logistic.ts';

const NEGATIVE_NAMES = 12_000;
/** What a written pair weighs: there are few of them, and they are what reviewers meet. */
const WRITTEN = 5;
/** Pairs with less in common are aliases that no reading links: nothing to learn from. */
const LEAST_IN_COMMON = 0.55;

/** Signs that do not depend on the sample: a difference never speaks for a match, what corresponds never against it. */
const BOUNDS: Readonly<Record<(typeof FEATURES)[number], Bounds>> = {
  one: [-20, 0],
  queryCovered: [0, 10],
  listedCovered: [0, 10],
  leastCovered: [0, 10],
  leastCoveredSquared: [0, 10],
  contradiction: [-10, -4],
  omission: [-0.7, -0.3],
  information: [0.2, 1],
  slips: [-10, -1],
  numbersDiffer: [-10, -5],
  placesDiffer: [-10, -1],
  tradesDiffer: [-10, -0.3],
  disorder: [-0.6, 0],
  formsDiffer: [-2.5, -1],
  initials: [-3, 0],
  noWord: [-3, -1],
  oneWordOfMore: [-4, -1],
  complete: [0.3, 4],
};

/** In a person's name a word that differs is another person; one that is left out is not. */
const PERSON_BOUNDS: typeof BOUNDS = {
  ...BOUNDS,
  contradiction: [-20, -7],
  omission: [-0.8, -0.3],
  leastCovered: [0, 2.5],
  leastCoveredSquared: [0, 2.5],
};

export async function run(): Promise<void> {
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const world = createWorld(await loadEngine());
  const byId = new Map(world.parties.map((party) => [party.id, party]));
  const persons: Example[] = [];
  const organisations: Example[] = [];
  const add = (query: NameQuery, listed: NameQuery, isMatch: boolean, weight = 1): void => {
    const { features, person } = featuresOfNames(query, listed, knowledge);
    if (isMatch && (features[3] ?? 0) < LEAST_IN_COMMON) return;
    (person ? persons : organisations).push({ features, isMatch, weight });
  };
  const learnFrom = (asks: readonly Ask[], index: NameIndex, parties: ReadonlyMap<string, readonly string[]>, weight = 1): void => {
    for (const { party, query } of asks) {
      const same = world.sameAs(party, query.name);
      const names = parties.get(party.id) ?? [];
      const nearest = names
        .map((name) => ({ name, logit: featuresOfNames(query, { name, schema: party.schema }, knowledge).logit }))
        .toSorted((a, b) => b.logit - a.logit)[0];
      if (nearest !== undefined) add(query, { name: nearest.name, schema: party.schema }, true, weight);
      for (const found of index.search(query, 6, 0)) {
        const other = byId.get(found.id);
        if (!same.has(found.id) && other !== undefined && isSurelyOther(party.id, other.id))
          add(query, { name: found.matchedName, schema: other.schema }, false, weight);
      }
    }
  };
  const dev = world.parties.filter((party) => halfOf(party) === 'dev');
  const namesOf = (parties: typeof world.parties) => new Map(parties.map(({ id, names }) => [id, names]));
  learnFrom(aliasAsks(dev), world.latin(), namesOf(latinOnly(world.parties)));
  learnFrom(noiseAsks(dev, 'dev'), world.full(), namesOf(world.parties));
  // Written pairs by somebody who has not seen the rules: every other one; the rest is for measuring.
  for (const { schema, name1, name2, isMatch } of writtenPairs().filter(({ heldOut }) => !heldOut))
    add({ name: name1, schema }, { name: name2, schema }, isMatch, WRITTEN);
  const random = seededRandom(7);
  const negatives = ['yente_negatives_global.csv', 'yente_negatives_us.csv'].flatMap((file) =>
    [...sharedRecords(file)].map((row) => row['full_name'] ?? ''),
  );
  for (const name of random.shuffle(negatives.filter((one) => !isHeldOut(one))).slice(0, NEGATIVE_NAMES)) {
    for (const found of world.full().search({ name, schema: 'Person' }, 2, 0)) {
      const other = byId.get(found.id);
      if (other !== undefined) add({ name, schema: 'Person' }, { name: found.matchedName, schema: other.schema }, false);
    }
  }
  const models = [PERSON_BOUNDS, BOUNDS]
    .map((bounds, n) => [bounds, n === 0 ? persons : organisations] as const)
    .map(([bounds, examples]) =>
      fitLogistic(
        balanced(examples),
        FEATURES.map((name) => bounds[name]),
        1,
      ),
    );
  for (const [n, examples] of [persons, organisations].entries()) {
    console.log(
      `${n === 0 ? 'persons' : 'organisations'}: ${examples.filter((one) => one.isMatch).length} right, ${examples.filter((one) => !one.isMatch).length} wrong`,
    );
    for (const [at, name] of FEATURES.entries()) console.log(`  ${name.padEnd(22)} ${models[n]?.[at]?.toFixed(3)}`);
  }
  const line = (name: string, weights: readonly number[] = []): string =>
    `export const ${name}: readonly number[] = [${weights.map((one) => one.toFixed(3)).join(', ')}];\n`;
  writeFileSync(
    new URL('../src/screen/score/weights.ts', import.meta.url),
    `/** Weights of \`FEATURES\`, learnt by \`npm run bench -- train-names\`. */\n${line('PERSON_WEIGHTS', models[0])}${line('ORGANISATION_WEIGHTS', models[1])}`,
  );
}

/** Wrong pairs are found without end; together they weigh as much as stated here for each right one, so that a score says what it does for a pair worth a look. */
const WRONG_FOR_RIGHT = 0.6;

function balanced(examples: readonly Example[]): readonly Example[] {
  const total = (isMatch: boolean): number =>
    examples.filter((one) => one.isMatch === isMatch).reduce((sum, { weight }) => sum + weight, 0);
  const factor = (WRONG_FOR_RIGHT * total(true)) / Math.max(1, total(false));
  return examples.map((one) => (one.isMatch ? one : { ...one, weight: one.weight * factor }));
}
