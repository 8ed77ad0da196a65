import type { Analysis, Garbled } from '../model/analysis.ts';
import type { Finding } from '../model/finding.ts';
import type { LineItem } from '../model/line-item.ts';
import type { Cut, Mention } from '../model/mention.ts';
import { controlLines, isCode, reasons } from './control-lines.ts';
import { fewOf, quoted } from './quoted.ts';
import { terminalLine } from './terminal-text.ts';

/** An analysis for people: what may apply, then what was named and not counted. `!` is goods, `?` a red flag, `–` what does not count. */
export function analysisLines(analysis: Analysis): readonly string[] {
  return [
    ...untoldLines(analysis),
    ...mayApplyLines(analysis),
    ...analysis.mentions
      .filter(({ role }) => role !== undefined && role !== 'goods')
      .map(({ text, role, note }) => `– not counted: ${quoted(text)} (${role}${note === undefined ? '' : `: ${terminalLine(note)}`})`),
  ];
}

/** What keeps a text from being told, or from being told to its end, where that is so. */
export function untoldLines({ cut = [], garbled }: Pick<Analysis, 'cut' | 'garbled'>): readonly string[] {
  return [...(garbled === undefined ? [] : [garbledLine(garbled)]), ...cut.map((what) => `! not all is told: ${CUT_LINES[what]}`)];
}

function garbledLine({ written, readAs }: Garbled): string {
  const how = written === null || readAs === null ? 'letters of it were lost' : `it was written in ${written} and read as ${readAs}`;
  return `! this is not the text as it was written: ${how}; goods and names in it are not found. Take it from where it came again, as UTF-8 or as the page itself`;
}

const CUT_LINES: Readonly<Record<Cut, string>> = {
  mentions: 'a term is mentioned more than 10,000 times, and later mentions of it are left out',
  codes: 'there are more than 50,000 codes, and later ones are left out',
  items: 'there are more than 5,000 line items, and later ones are left out',
  parameters: 'there are more than 10,000 values, and later ones are left out',
};

/** Each good with where it stands and the controls that may apply to it, controls of codes that stand alone, and red flags with what shows them. */
export function mayApplyLines({ mentions, items, findings }: Pick<Analysis, 'mentions' | 'items' | 'findings'>): readonly string[] {
  const goods = Map.groupBy(
    mentions.filter(({ role, concept }) => role === 'goods' && concept !== undefined),
    ({ concept }) => concept ?? '',
  );
  const ofControls = findings.filter(({ control }) => control !== undefined);
  return [
    ...Array.from(goods, ([concept, named]) => [
      goodsLine(concept, named, items),
      ...controlLines(
        ofControls.filter((one) => isTold(one, concept)),
        concept,
      ),
      ...sharedLines(concept, findings),
    ]).flat(),
    ...controlLines(
      ofControls.filter((one) => one.goods === undefined),
      null,
    ),
    ...flagLines(findings),
  ];
}

/** Entries in words are told with the first goods that they are about, lists of codes with each. */
function isTold(one: Finding, concept: string): boolean {
  return one.goods?.[0] === concept || (isCode(one) && one.goods?.includes(concept) === true);
}

/** Entries that are told with other goods before. */
function sharedLines(concept: string, findings: readonly Finding[]): readonly string[] {
  const shared = findings.filter(
    (one) => one.goods?.includes(concept) === true && one.goods[0] !== concept && one.for.length > 0 && !isCode(one),
  );
  const names = [...new Set(shared.map(({ control }) => `${control?.regime} ${control?.entry}`))];
  return names.length === 0 ? [] : [`    as above          ${names.join(', ')}`];
}

function flagLines(findings: readonly Finding[]): readonly string[] {
  const flags = findings.filter(({ indicator }) => indicator !== undefined);
  const open = flags.filter(({ status }) => status === 'unstated').length;
  return [
    ...flags
      .filter(({ status }) => status === 'seen')
      .flatMap(({ indicator, title, source, for: shown, against }) => [
        `? ${(indicator ?? '').padEnd(22)}${terminalLine(title)}  ${reasons(shown)}`,
        ...(against.length > 0 ? [`        against: ${reasons(against)}`] : []),
        `        source: ${terminalLine(source)}`,
      ]),
    ...(open > 0 ? [`  (${open} more red flags hang on what is not known here; --json lists them)`] : []),
  ];
}

function goodsLine(concept: string, named: readonly Mention[], items: readonly LineItem[]): string {
  const where = items.filter(({ goods }) => goods.includes(concept)).map(itemText);
  const [note] = named.flatMap((mention) => mention.note ?? []);
  return [
    `! ${concept.padEnd(22)}`,
    fewOf([...new Set(named.map(({ text }) => quoted(text)))], ', '),
    note === undefined ? '' : `  (${terminalLine(note)})`,
    where.length === 0 ? '' : `  ${fewOf(where, '; ')}`,
  ].join('');
}

function itemText({ number, quantity, budget, orEquivalent }: LineItem): string {
  return [
    `item ${number}`,
    quantity === null ? '' : `, quantity ${quantity.value} ${quantity.unit}`.trimEnd(),
    budget === null ? '' : `, budget ${budget.value} ${budget.currency}`,
    orEquivalent ? ', or equivalent' : '',
  ].join('');
}
