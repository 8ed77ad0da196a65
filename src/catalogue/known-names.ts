import { z } from 'zod';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** What those whom Chinese calls by names of its own are called in Latin letters. */
export interface KnownNames {
  /** Short hash of the file that was read. */
  readonly recipe: string;
  /** By the name in simplified Han: the names in Latin letters, at least one. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** What bodies are called by in words of their own: acronyms and short names in Cyrillic or Latin letters. */
export interface KnownWords {
  /** As it is written: `МФТИ`, `МГТУ Баумана`. */
  readonly name: string;
  /** A word of the language too: in texts it stands in quotes or behind a legal form. */
  readonly quoted: boolean;
  /** Others are called so too: in texts a place of the body stands near. */
  readonly near: boolean;
  /** For each body that bears it its names in Latin letters, at least one. */
  readonly bodies: readonly (readonly string[])[];
}

/** All that `known-names.yaml` has. */
export interface KnownBodies extends KnownNames {
  readonly words: readonly KnownWords[];
}

const knownNamesSchema = z.array(z.strictObject({ about: z.string().min(1), list: z.string().min(1) }));

/**
 * Reads and checks `known-names.yaml`, names of bodies, in `folder` (by default the one that comes with the package): lines of `海康威视: Hikvision` and of `МФТИ: Moscow Institute of Physics and Technology`. Throws
 * `catalogue-invalid` with the file and the line; a name that stands twice is an error.
 */
export function loadKnownNames(folder: string = CATALOGUE_FOLDER): KnownBodies {
  const file = 'known-names.yaml';
  const han = load(folder, file, /^([\p{Script=Han}-]{2,}): (\P{Script=Han}+)$/u, '海康威视: Hikvision', WORDS);
  const words = load(folder, file, WORDS, 'МФТИ: Moscow Institute of Physics and Technology', /^\p{Script=Han}/u);
  return { ...han, words: Array.from(words.names, ([name, latin]) => wordsOf(name, latin)) };
}

/** `МФТИ: …`, `«ГОИ»: …` (in quotes or behind a form), `НГТУ?: …; …` (beside a place of the body). */
const WORDS = /^(«?[\p{Script=Cyrillic}\p{Script=Latin}][\p{Script=Cyrillic}\p{Script=Latin}\d’' -]+»?\??): (\P{Script=Han}+)$/u;

function wordsOf(written: string, latin: readonly string[]): KnownWords {
  const near = written.endsWith('?');
  const name = near ? written.slice(0, -1) : written;
  const quoted = name.startsWith('«');
  const bodies = latin
    .join(', ')
    .split('; ')
    .map((names) => names.split(', '));
  return { name: quoted ? name.slice(1, -1) : name, quoted, near: near || bodies.length > 1, bodies };
}

/** The same for `foreign-surnames.yaml`, family names of foreigners: `沃克: Walker`. */
export function loadForeignSurnames(folder: string = CATALOGUE_FOLDER): KnownNames {
  return load(folder, 'foreign-surnames.yaml', /^(\p{Script=Han}{1,8}): (\P{Script=Han}+)$/u, '沃克: Walker');
}

/** Lines as `written`; those as `others` are passed over. */
function load(folder: string, name: string, written: RegExp, example: string, others?: RegExp): KnownNames {
  const file = readCatalogueFile(folder, name);
  const names = new Map<string, readonly string[]>();
  for (const { list } of parseCatalogueFile(file, knownNamesSchema))
    for (const line of list.split('\n')) {
      if (line.trim() === '') continue;
      const [, han, latin] = written.exec(line) ?? [];
      if (han === undefined && others?.test(line) === true) continue;
      if (han === undefined || latin === undefined)
        throw new DualwatchError('catalogue-invalid', `${file.name}, line "${line}": write it as "${example}"`);
      if (names.has(han))
        throw new DualwatchError('catalogue-invalid', `${file.name}, line "${line}": the name stands twice; put all into one line`);
      names.set(han, latin.split(', '));
    }
  return { recipe: sha256(file.source).slice(0, 12), names };
}
