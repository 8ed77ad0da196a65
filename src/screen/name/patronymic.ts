/** Ivanovich, Petrovna, Ilyinichna, Mammadovych; oglu is a particle of its own. */
export function isPatronymic(latin: string): boolean {
  return latin.length > 6 && /(?:[eoy]vi(?:ch|c|tch|cz)|[eoy]vych|[eiy]v?na|ovna|[io]nichna|[iy]chna|ivna|yivna|icz)$/.test(latin);
}
