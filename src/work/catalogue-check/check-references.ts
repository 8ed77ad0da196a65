import type { Catalogue, ListedCode } from '../../catalogue/catalogue.ts';
import type { CodeLabels } from '../../catalogue/code-labels.ts';
import { entriesOf, type Controls } from '../../catalogue/controls.ts';
import { goodsFile, type CatalogueProblem } from './catalogue-problem.ts';

/** Every control, tier and code that the files of goods name exists in the data. */
export function checkReferences({ concepts, codes }: Catalogue, controls: Controls, labels: CodeLabels): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  for (const { id, controls: named, notControls, hs6, chpl } of concepts.values()) {
    for (const reference of [...named, ...Object.keys(notControls)])
      if (entriesOf(controls, reference).length === 0)
        problems.push({
          where: `${goodsFile(id)}, control "${reference}"`,
          what: 'no list has this entry',
          todo: 'mend it, or add the entry to its list in controls/',
        });
    for (const [reference] of Object.entries(notControls).filter(([one]) => named.includes(one)))
      problems.push({ where: `${goodsFile(id)}, control "${reference}"`, what: 'stands in controls and in notControls', todo: 'keep one' });
    const tiers = new Map(controls.lists.get('chpl')?.entries.map(({ entry, tier }) => [entry, tier]));
    for (const [code, tier] of Object.entries(chpl))
      if (tiers.get(code) !== tier)
        problems.push({
          where: `${goodsFile(id)}, chpl ${code}`,
          what: `controls/chpl.jsonl has ${tiers.get(code) === undefined ? 'no such code' : `tier ${tiers.get(code)}`}`,
          todo: 'mend one of the two',
        });
    for (const code of hs6.filter((one) => tiers.has(one) && chpl[one] === undefined))
      problems.push({
        where: `${goodsFile(id)}, hs6 ${code}`,
        what: 'is on the CHPL, and chpl does not say so',
        todo: `add '${code}': "${tiers.get(code) ?? ''}" to chpl`,
      });
  }
  const tariff = new Set(controls.lists.get('cn-dual-use')?.entries.flatMap((entry) => entry.codes));
  for (const code of codes) {
    if (isKnown(code, controls, labels, tariff)) continue;
    problems.push({
      where: `${goodsFile(code.concept)}, ${code.scheme} ${code.code}`,
      what: 'no such code in the data',
      todo: 'mend it or take it out; "dualwatch codes" says what is near',
    });
  }
  return problems;
}

/** True too for schemes whose codes are not in the data. */
function isKnown({ scheme, code }: ListedCode, controls: Controls, labels: CodeLabels, tariff: ReadonlySet<string>): boolean {
  switch (scheme) {
    case 'hs':
      return labels.hs.has(code.slice(0, 6));
    case 'cnTariff':
      return tariff.has(code);
    case 'eccn':
      return entriesOf(controls, code).length > 0;
    case 'cnControl':
      return entriesOf(controls, `cn-dual-use ${code}`).length > 0;
    case 'cpv':
      return labels.cpv.has(code);
    case 'okpd2':
      return labels.okpd2.has(code.slice(0, 2));
    case 'fsc':
      return labels.supplyGroups.has(code.slice(0, 2));
    case 'cas':
    case 'cnProcurement':
      return true;
  }
}
