import { numberIn } from '../index/name-info.ts';
import type { ScreenIndex } from '../index/screen-index.ts';
import type { ListedNames } from './listed-names.ts';
import { HINT } from './hit.ts';

/** The script that all letters of a name are of, where one is told from the others. */
export const SCRIPT = { any: 0, latin: 1, cyrillic: 2 } as const;
export type Script = (typeof SCRIPT)[keyof typeof SCRIPT];

const SCRIPTS = 3;
const COUNTRIES = 4;
const IDENTIFIERS = 8;

/** What of listed names and their parties is asked before words of a text are compared with them: a byte for each name, four in a number. */
export function nameTraits(index: ScreenIndex, { count, party, info }: ListedNames, isWanted: (name: number) => boolean): Uint32Array {
  const traits = new Uint8Array(Math.ceil(count / 4) * 4);
  for (let name = 0; name < count; name += 1) {
    if (!isWanted(name)) continue;
    const { names, caption, facts } = index.records.at(party[name]!);
    traits[name] =
      scriptOf(names[numberIn(info[name]!)]?.[0] ?? caption) |
      (facts.countries.length > 0 ? COUNTRIES : 0) |
      (facts.identifiers.length > 0 ? IDENTIFIERS : 0);
  }
  return new Uint32Array(traits.buffer);
}

/** Reads {@link nameTraits}. */
export class NameTraits {
  readonly #traits: Uint8Array;

  constructor(traits: Uint32Array) {
    this.#traits = new Uint8Array(traits.buffer, traits.byteOffset, traits.byteLength);
  }

  /** True where the words of a text are surely of another script than the listed name. `script`: of their letters. */
  isForeign(name: number, script: Script): boolean {
    const own = this.#traits[name]! & SCRIPTS;
    return own !== script && own !== SCRIPT.any && script !== SCRIPT.any;
  }

  /** Those of the hints that may speak for the name: places of parties with countries, identifiers of those that have some. */
  hints(name: number, hints: number): number {
    const traits = this.#traits[name]!;
    return hints & ~((traits & COUNTRIES) === 0 ? HINT.place : 0) & ~((traits & IDENTIFIERS) === 0 ? HINT.identifier : 0);
  }
}

function scriptOf(listed: string): Script {
  if (OTHER.test(listed)) return SCRIPT.any;
  const cyrillic = CYRILLIC.test(listed);
  return LATIN.test(listed) ? (cyrillic ? SCRIPT.any : SCRIPT.latin) : cyrillic ? SCRIPT.cyrillic : SCRIPT.any;
}

const LATIN = /[a-z\u00c0-\u024f]/i;
const CYRILLIC = /[\u0400-\u052f]/;
/** Letters of any other script. */
const OTHER = /[^\P{L}\p{Script=Latin}\p{Script=Cyrillic}]/u;
