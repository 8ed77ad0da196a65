/** What a patronymic weighs of what the word would as a name: whole families share it. */
export const PATRONYMIC_SHARE = 0.7;

/** Key of a small word before a father's name: bin, ibn. */
export const SON_OF = '#son-of';

/** Ivanovich, Petrovna, Ilyinichna, Mammadovych, Belarusian Ivanavich and Ivanauna; oglu is a particle of its own. */
export function isPatronymic(latin: string): boolean {
  return latin.length > 6 && /(?:[aeoy]vi(?:ch|c|tch|cz)|[eoy]vych|[eiy]vna|ovna|[io]nichna|[iy]chna|ivna|yivna|[aeo]una|icz)$/.test(latin);
}

/** The same of a word's key: iureviC, ivanovna, iliniCna. */
export function isPatronymicKey(key: string): boolean {
  if (key.length < 6) return false;
  const last = key.charCodeAt(key.length - 1);
  return (last === LAST_OF_SONS || last === LAST_OF_DAUGHTERS) && /(?:[aeoi]viC|[eo]vna|[aeo]una|iCna)$/.test(key);
}

const LAST_OF_SONS = 0x43;
const LAST_OF_DAUGHTERS = 0x61;

/** A father's name, or a surname of the South Slavs that is spelled like one: petrovik is Petrović, which others write Petrovich. */
export function mayBePatronymicKey(key: string): boolean {
  return isPatronymicKey(key) || (key.length > 5 && /[aeoi]vi[kX]$/.test(key));
}
