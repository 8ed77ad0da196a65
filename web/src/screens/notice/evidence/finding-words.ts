/** What findings say in words of our own, beside those of the notice; and what they miss. Limits and conditions of control lists stay in the words of the lists. */
const SAYINGS = [
  ['saysRemoved', /^the notice is removed$/],
  ['saysVersions', /^(?<count>\d+) versions were seen$/],
  ['saysCopies', /^the text stands in (?<count>\d+) other notices$/],
  ['saysMayApply', /^(?<entry>.+) may apply$/],
  ['saysNoEndUse', /^no word of end use$/],
  ['missesReason', /^the reason$/],
  ['missesWhat', /^what the goods are for$/],
  ['missesWho', /^who uses them$/],
  ['missesFounded', /^when the buyer was founded$/],
  ['missesImports', /^whether such imports have leapt there$/],
  ['missesList', /^whether a listed party is named: it was screened against no list$/],
  ['missesUserThere', /^who uses the goods there$/],
  ['missesNeed', /^why such a buyer needs them$/],
  ['missesUser', /^who is to use the goods$/],
  ['missesBuyer', /^name and country of the buyer$/],
  ['missesStay', /^whether the goods stay in the country$/],
  ['missesForWhom', /^for whom$/],
  ['missesPayer', /^who pays$/],
  ['missesPlace', /^place of delivery$/],
  ['missesReceiver', /^who receives the goods in the end$/],
  ['sourceCases', /^cases of this project$/],
  ['sourceOwn', /^signs that this project looks for on its own account, (?<date>[-\d]+)$/],
  ['missesCondition', /^whether this holds: (?<condition>.+)$/s],
] as const satisfies readonly (readonly [string, RegExp])[];

/** A sentence taken apart, so that it can be said in the reader's language. */
export interface FindingWords {
  readonly key: (typeof SAYINGS)[number][0];
  readonly values: Readonly<Record<string, string | number>>;
}

/** Takes apart what a finding says; null for what is no sentence of ours. */
export function findingWords(said: string): FindingWords | null {
  for (const [key, pattern] of SAYINGS) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const { count, ...values } = found.groups ?? {};
    return { key, values: count === undefined ? values : { ...values, count: Number(count) } };
  }
  return null;
}
