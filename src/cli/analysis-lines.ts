import type { Analysis } from '../model/analysis.ts';
import type { Finding, FindingReason } from '../model/finding.ts';
import type { LineItem } from '../model/line-item.ts';
import type { Mention } from '../model/mention.ts';
import { terminalLine } from './terminal-text.ts';

/** Quotations of one concept, and entries of one list of codes, in a line. */
const MOST = 6;

/**
 * An analysis for people: each good with where it stands, the controls that may apply with what is missing, red flags with what shows them, what was not counted.
 * `!` is goods, `?` a red flag, `–` what does not count.
 */
export function analysisLines(analysis: Analysis): readonly string[] {
  const { mentions, items, findings } = analysis;
  const goods = Map.groupBy(
    mentions.filter(({ role, concept }) => role === 'goods' && concept !== undefined),
    ({ concept }) => concept ?? '',
  );
  return [
    ...Array.from(goods, ([concept, named]) => goodsLine(concept, named, items)),
    ...findingLines(findings),
    ...mentions
      .filter(({ role }) => role !== undefined && role !== 'goods')
      .map(({ text, role, note }) => `– not counted: ${quote(text)} (${role}${note === undefined ? '' : `: ${terminalLine(note)}`})`),
  ];
}

/** Controls that may apply, what is often taken for one and is not, and red flags that were seen. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const lines = [...controlLines(findings), ...exclusionLines(findings), ...codeLines(findings)];
  for (const flag of findings.filter(({ indicator, status }) => indicator !== undefined && status === 'seen'))
    lines.push(...flagLines(flag));
  const open = findings.filter(({ indicator, status }) => indicator !== undefined && status === 'unstated').length;
  if (open > 0) lines.push(`  (${open} more red flags hang on what is not known here; --json lists them)`);
  return lines;
}

function goodsLine(concept: string, named: readonly Mention[], items: readonly LineItem[]): string {
  const texts = [...new Set(named.map(({ text }) => text))];
  const stands = items.filter(({ goods }) => goods.includes(concept));
  const where = stands.slice(0, MOST).map(itemText).join('; ');
  const [note] = named.flatMap((mention) => mention.note ?? []);
  return [
    `! ${concept.padEnd(22)}`,
    texts.slice(0, MOST).map(quote).join(', ') + (texts.length > MOST ? ' …' : ''),
    note === undefined ? '' : `  (${terminalLine(note)})`,
    where === '' ? '' : `  ${where}`,
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

/** Entries with words and limits, once each; an HS code alone stands in `codeLines`. */
function controlLines(findings: readonly Finding[]): readonly string[] {
  const lines: string[] = [];
  const entries = findings.filter((one) => one.control !== undefined && !isCode(one) && !isExclusion(one));
  for (const same of Map.groupBy(entries, ({ control, status }) => `${control?.list} ${control?.entry} ${status}`).values()) {
    const [finding] = same;
    if (finding?.control === undefined) continue;
    const { regime, entry, inForceFrom, inForceTo } = finding.control;
    const at = same.flatMap(({ item }) => (item === null ? [] : [`item ${item}`]));
    lines.push(
      [
        `    ${`${regime} ${entry}`.padEnd(18)}`,
        terminalLine(finding.title.replace(`${regime} ${entry} `, '')),
        `  ${finding.status.toUpperCase()}`,
        inForceFrom === null ? '' : `  in force ${inForceFrom}${inForceTo === null ? '' : ` to ${inForceTo}`}`,
        at.length === 0 ? '' : `  (${at.join(', ')})`,
      ].join(''),
    );
    const stated = same.flatMap((one) => one.for);
    if (finding.status === 'met') lines.push(`      stated: ${reasons(stated)}`);
    if (finding.missing.length > 0)
      lines.push(`      ${finding.status === 'met' ? 'to be looked at' : 'not stated'}: ${few(finding.missing.map(terminalLine), '; ')}`);
    if (finding.against.length > 0) lines.push(`      against: ${reasons(finding.against)}`);
    lines.push(`      source: ${terminalLine(finding.source)}${finding.confidence === undefined ? '' : ` (${finding.confidence})`}`);
  }
  return lines;
}

/** What is often named for such goods and does not cover them: one line for each reason. */
function exclusionLines(findings: readonly Finding[]): readonly string[] {
  const because = Map.groupBy(findings.filter(isExclusion), ({ against }) => reasons(against));
  return Array.from(because, ([why, all]) => {
    const names = [...new Set(all.map(({ control }) => `${control?.regime} ${control?.entry}`))];
    return `    not ${names.join(', ')}: ${why}`;
  });
}

/** Lists of HS codes that hold a code of the goods: never more than a hint. */
function codeLines(findings: readonly Finding[]): readonly string[] {
  const lists = Map.groupBy(findings.filter(isCode), ({ control }) => `${control?.regime} ${control?.list}`);
  return Array.from(
    lists,
    ([list, all]) => `    ${list.padEnd(18)}${few([...new Set(all.map(({ control }) => control?.entry ?? ''))], ', ')}  CODE CANDIDATE`,
  );
}

function isCode({ control }: Finding): boolean {
  return control !== undefined && /^\d{4,10}$/.test(control.entry);
}

function isExclusion(finding: Finding): boolean {
  return finding.control !== undefined && !isCode(finding) && finding.status === 'unmet' && finding.for.length === 0;
}

function few(texts: readonly string[], between: string): string {
  return texts.slice(0, MOST).join(between) + (texts.length > MOST ? ` … (${texts.length - MOST} more)` : '');
}

function flagLines({ indicator, title, source, for: shown, against }: Finding): readonly string[] {
  return [
    `? ${(indicator ?? '').padEnd(22)}${terminalLine(title)}  ${reasons(shown)}`,
    ...(against.length > 0 ? [`        against: ${reasons(against)}`] : []),
    `        source: ${terminalLine(source)}`,
  ];
}

function reasons(all: readonly FindingReason[]): string {
  const texts = [...new Set(all.map(({ text, span }) => (span === undefined ? terminalLine(text) : quote(text))))];
  return texts.slice(0, MOST).join(', ') + (texts.length > MOST ? ' …' : '');
}

function quote(text: string): string {
  return `“${terminalLine(text)}”`;
}
