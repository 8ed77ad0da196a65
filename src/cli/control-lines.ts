import type { Finding, FindingReason } from '../model/finding.ts';
import { fewOf, quoted } from './quoted.ts';
import { terminalLine } from './terminal-text.ts';

/**
 * What control lists may say of goods: entries of which the text says something with what it says, and one entry of each regime that it leaves open; the others by their
 * numbers alone. Then what is often taken for an entry and is none, and lists of tariff codes.
 * @param name what `catalogue show` knows the goods by; null for codes that stand alone
 */
export function controlLines(findings: readonly Finding[], name: string | null): readonly string[] {
  const entries = groupsOf(findings.filter((one) => !isCode(one) && !isExclusion(one)));
  const opened = new Set<string>();
  const told: string[] = [];
  const open: Finding[] = [];
  for (const same of entries) {
    const [finding] = same;
    const regime = finding?.control?.regime ?? '';
    if (finding === undefined) continue;
    if (finding.status === 'unstated' && !saysSomething(same) && opened.has(regime)) open.push(finding);
    else told.push(...entryLines(same));
    if (finding.status !== 'unmet') opened.add(regime);
  }
  return [...told, ...openLines(open, name), ...exclusionLines(findings), ...codeLines(findings)];
}

/** Findings of one entry with one status, of one line item or several, as one. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...Map.groupBy(findings, ({ control, status }) => `${control?.list} ${control?.entry} ${status}`).values()];
}

/** More than the name of the goods speaks for the entry, or something against it. */
function saysSomething(same: readonly Finding[]): boolean {
  return same.some((one) => one.for.length > 1 || one.against.length > 0);
}

function entryLines(same: readonly Finding[]): readonly string[] {
  const [finding] = same;
  if (finding?.control === undefined) return [];
  const { regime, entry, inForceFrom, inForceTo } = finding.control;
  const at = same.flatMap(({ item }) => (item === null ? [] : [`item ${item}`]));
  const head = [
    `    ${`${regime} ${entry}`.padEnd(18)}`,
    terminalLine(finding.title.replace(`${regime} ${entry} `, '')),
    `  ${finding.status.toUpperCase()}`,
    inForceFrom === null ? '' : `  in force ${inForceFrom}${inForceTo === null ? '' : ` to ${inForceTo}`}`,
    at.length === 0 ? '' : `  (${at.join(', ')})`,
  ].join('');
  const { status } = finding;
  const missing = [...new Set(same.flatMap((one) => one.missing))];
  const against = same.flatMap((one) => one.against);
  return [
    head,
    ...(status === 'met' ? [`      stated: ${reasons(same.flatMap((one) => one.for))}`] : []),
    ...(missing.length > 0
      ? [`      ${status === 'met' ? 'to be looked at' : 'not stated'}: ${fewOf(missing.map(terminalLine), '; ')}`]
      : []),
    ...(against.length > 0 ? [`      against: ${reasons(against)}`] : []),
    `      source: ${terminalLine(finding.source)}${finding.confidence === undefined ? '' : ` (${finding.confidence})`}`,
  ];
}

/** Entries of whose conditions the text says nothing, a line for each regime. */
function openLines(open: readonly Finding[], name: string | null): readonly string[] {
  if (open.length === 0) return [];
  const lines = Array.from(
    Map.groupBy(open, ({ control }) => control?.regime ?? ''),
    ([regime, all]) =>
      `    ${`${regime} also`.padEnd(18)}${[...new Set(all.map(({ control }) => control?.entry ?? ''))].join(', ')}  UNSTATED`,
  );
  return name === null ? lines : [...lines, `      what each asks: dualwatch catalogue show ${name}`];
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
    ([list, all]) => `    ${list.padEnd(18)}${fewOf([...new Set(all.map(({ control }) => control?.entry ?? ''))], ', ')}  CODE CANDIDATE`,
  );
}

/** A list of tariff codes speaks, not an entry in words. */
export function isCode({ control }: Finding): boolean {
  return control !== undefined && /^\d{4,10}$/.test(control.entry);
}

function isExclusion(finding: Finding): boolean {
  return !isCode(finding) && finding.status === 'unmet' && finding.for.length === 0;
}

/** Reasons once each: quotations in quotation marks, sentences as they are. */
export function reasons(all: readonly FindingReason[]): string {
  return fewOf([...new Set(all.map(({ text, span }) => (span === undefined ? terminalLine(text) : quoted(text))))], ', ');
}
