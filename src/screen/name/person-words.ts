/** Words before a person's name that are no part of it, as Latin spellings. */
export const PERSON_TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr prof professor sir lord lady dame hon rev father sheikh shaikh shaykh sheik haji hajji hajj mullah mulla maulvi mawlawi maulana ' +
    'sayyid sayed general gen colonel col major maj captain capt lieutenant lt commander admiral ing eng herr frau monsieur madame gospodin gospozha ' +
    'jr sr phd esq qc'
  ).split(' '),
);

/** Small words inside a person's name that are often left out, joined or written otherwise. */
export const PERSON_PARTICLES: ReadonlySet<string> = new Set(
  'al el ul ur ud as ad az ash ar an bin ibn ben bint bat binti abd de da do dos das del della di du la le van von der den ter zu y e i and the ap st ou oglu ogly qizi kyzy uulu'.split(
    ' ',
  ),
);

/** Ivanovich, Petrovna, Ilyinichna, Mammadovych; oglu is a particle of its own. */
export function isPatronymic(latin: string): boolean {
  return latin.length > 6 && /(?:[eoy]vi(?:ch|c|tch|cz)|[eoy]vych|[eiy]v?na|ovna|[io]nichna|[iy]chna|ivna|yivna|icz)$/.test(latin);
}
