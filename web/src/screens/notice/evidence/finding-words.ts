import type { Say, WordKey } from '../../../words/use-words.ts';

/** What findings say in words of our own, beside those of the notice; and what they miss. Limits and conditions of control lists stay in the words of the lists. */
const SAYINGS: readonly (readonly [WordKey<'notice'>, RegExp])[] = [
  ['saysRemoved', /^the notice is removed$/],
  ['saysVersions', /^(?<count>\d+) versions were seen$/],
  ['saysCopies', /^the text stands in (?<count>\d+) other notices$/],
  ['saysMayApply', /^(?<entry>.+) may apply$/],
  ['saysNoEndUse', /^no word of end use$/],
  ['missesReason', /^the reason$/],
  ['missesWhat', /^what the goods are for$/],
  ['missesWho', /^who uses them$/],
  ['missesFounded', /^when the buyer was founded$/],
  ['missesUserThere', /^who uses the goods there$/],
  ['missesNeed', /^why such a buyer needs them$/],
  ['missesUser', /^who is to use the goods$/],
  ['missesBuyer', /^name and country of the buyer$/],
  ['missesStay', /^whether the goods stay in the country$/],
  ['missesForWhom', /^for whom$/],
  ['missesPayer', /^who pays$/],
  ['missesPlace', /^place of delivery$/],
  ['missesReceiver', /^who receives the goods in the end$/],
  ['missesCondition', /^whether this holds: (?<condition>.+)$/s],
];

/** A sentence of a finding in the reader's words; null for what is no sentence of ours. */
export function findingWords(said: string, say: Say<'notice'>): string | null {
  for (const [key, pattern] of SAYINGS) {
    const { groups } = pattern.exec(said) ?? {};
    if (!pattern.test(said)) continue;
    const count = groups?.['count'];
    return say(key, { ...groups, ...(count === undefined ? {} : { count: Number(count) }) });
  }
  return null;
}
