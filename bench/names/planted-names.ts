import type { Notice } from './development-notices.ts';
import { halfOf, type Half } from './outcome.ts';
import { CASES, inflectOrganisation, inflectPerson } from './inflect.ts';
import { scriptOfName } from './name-words.ts';
import { isPerson } from './party-kind.ts';
import type { PeerParty } from './peers-list.ts';
import { seededRandom, type Random } from './random.ts';

/** A listed name put into a notice. */
export interface Planted {
  readonly party: PeerParty;
  /** As listed. */
  readonly name: string;
  readonly script: 'Latin' | 'Cyrillic' | 'Han';
  readonly person: boolean;
  /** A title or form was written before it, since it is short. */
  readonly helped: boolean;
  readonly text: string;
  /** Where the name itself stands, UTF-16. */
  readonly start: number;
  readonly end: number;
}

const LANGS = { Latin: ['en'], Cyrillic: ['ru', 'uk'], Han: ['zh'] } as const;

/** So many names of one half of the parties, each script's persons and organisations alike where there are enough, inflected if Russian, broken over lines or with doubled blanks, at seeded places. */
export function plantedNames(
  parties: readonly PeerParty[],
  notices: readonly Notice[],
  count: number,
  half: Half,
  says: (name: string) => boolean,
  seed = 5,
): Planted[] {
  const random = seededRandom(seed);
  const names = parties
    .filter((party) => halfOf(party) === half && party.schema !== 'Vessel' && party.schema !== 'Airplane')
    .flatMap((party) => party.names.map((name) => ({ party, name, script: scriptOfName(name), person: isPerson(party) })))
    .filter(({ name, script }) => isPlain(name, script) && says(name));
  const chosen: (typeof names)[number][] = [];
  const groups = (['Latin', 'Cyrillic', 'Han'] as const).flatMap((script) =>
    [true, false].map((person) => random.shuffle(names.filter((one) => one.script === script && one.person === person).slice(0, 6_000))),
  );
  for (let n = 0; chosen.length < count && groups.some((group) => n < group.length); n += 1)
    for (const group of groups) {
      const one = group[n];
      if (one !== undefined && chosen.length < count) chosen.push(one);
    }
  return chosen.map(({ party, name, script, person }) => plant(party, name, script as Planted['script'], person, notices, random));
}

/** Names of one script, without brackets, and long enough to be more than an abbreviation. */
function isPlain(name: string, script: string): boolean {
  if (script === 'Han') return /^[\p{Script=Han}·]{2,30}$/u.test(name);
  if (script === 'Latin') return /^[\p{Script=Latin}\p{M} .,'’&-]{6,80}$/u.test(name) && name.length > 5;
  return script === 'Cyrillic' && /^[\p{Script=Cyrillic} .,'’«»"-]{6,90}$/u.test(name);
}

function plant(
  party: PeerParty,
  name: string,
  script: Planted['script'],
  person: boolean,
  notices: readonly Notice[],
  random: Random,
): Planted {
  const into = random.pick(CASES);
  const inflected = script !== 'Cyrillic' ? name : person ? inflectPerson(name, into) : inflectOrganisation(name, into);
  const written = broken(inflected, script, random);
  const short = script === 'Han' ? name.length < 4 : name.split(/[ -]/).filter((word) => !PARTICLES.test(word)).length < 3;
  const helped = short && (person || !FORMS.test(name));
  const before = helped ? { Latin: person ? 'Mr. ' : 'Company ', Cyrillic: person ? 'г-н ' : 'ООО «', Han: '' }[script] : '';
  const after = helped ? { Latin: '', Cyrillic: person ? '' : '»', Han: person ? '先生' : '公司' }[script] : '';
  const notice = random.pick(
    notices.filter(({ lang, text }) => (LANGS[script] as readonly string[]).includes(lang) && text.length > 20),
  ).text;
  const places = script === 'Han' ? [...notice.matchAll(/(?<![\ud800-\udbff])/g)] : [...notice.matchAll(/(?<=\s|^)/g)];
  const at = random.pick(places).index;
  const blank = script === 'Han' ? '' : ' ';
  const head = `${notice.slice(0, at)}${before}`;
  const text = `${head}${written}${after}${blank}${notice.slice(at)}`;
  return { party, name, script, person, helped, text, start: head.length, end: head.length + written.length };
}

/** Legal forms that names of the lists most often bear: a name with one needs no other. */
const FORMS =
  /(?<!\p{L})(?:АО|ООО|ПАО|ЗАО|ОАО|ТОВ|JSC|LLC|Ltd|Limited|OOO|OAO|ZAO|AO|PAO|Co|Corp|Inc|GmbH|FZE|общество|товариство|公司)(?!\p{L})/iu;
const PARTICLES = /^(?:al|el|the|of|de|la|bin|ben|dr|abu|ul)\.?$/i;

/** Two in three names have a line break or several blanks at one place. */
function broken(name: string, script: string, random: Random): string {
  const how = random.pick(['\n', '  ', '']);
  if (how === '') return name;
  if (script === 'Han') {
    const at = 1 + random.below(name.length - 1);
    return name.slice(0, at) + (how === '\n' ? '\n' : ' ') + name.slice(at);
  }
  const blanks = [...name.matchAll(/ /g)];
  if (blanks.length === 0) return name;
  const at = random.pick(blanks).index;
  return name.slice(0, at) + how + name.slice(at + 1);
}
