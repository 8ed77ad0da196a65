import type { ControlEntry } from '../model/control-entry.ts';
import type { CodeAnswer, CodeControl, CodeMeaning } from '../work/codes/explain-code.ts';
import type { Io } from './io.ts';
import { terminalLine } from './terminal-text.ts';

/** Control entries of one list and kind of relation that are shown before the rest is counted. */
const SHOWN = 6;

/** Writes what is known of a code, for people. */
export async function writeCode(answer: CodeAnswer, io: Io): Promise<void> {
  const { typed, meanings, problem, nearest } = answer;
  if (meanings.length === 0) {
    await io.out(`${terminalLine(typed)}  unknown: ${problem ?? ''}${nearest === null ? '' : `; nearest known: ${nearest}`}`);
    return;
  }
  for (const [at, meaning] of meanings.entries()) {
    await io.out(
      `${at === 0 ? terminalLine(typed) : ' '.repeat(Math.min(typed.length, 12))}  ${at === 0 ? '' : 'or '}${meaning.form}${meaning.label === null ? '' : `: ${meaning.label}`}`,
    );
    await writeMeaning(meaning, answer.date, io);
  }
}

async function writeMeaning(meaning: CodeMeaning, date: string, io: Io): Promise<void> {
  const { parents, children, controls, concepts, notes } = meaning;
  if (parents.length > 0) await io.out(`  in        ${parents.map(({ code, label }) => `${code} ${cut(label, 60)}`).join(' › ')}`);
  if (children.length > 0)
    await io.out(
      `  below     ${children
        .slice(0, SHOWN)
        .map(({ code, label }) => `${code} ${cut(label, 40)}`)
        .join(' · ')}${children.length > SHOWN ? ` · … ${children.length} in all` : ''}`,
    );
  if (concepts.length > 0) await io.out(`  goods     ${concepts.join(', ')}`);
  if (controls.length > 0) await io.out(`  controls  on ${date}`);
  for (const group of Map.groupBy(controls, ({ entry, relation }) => `${entry.list} ${relation}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const touches = meaning.scheme === 'hs' && first.relation === 'below';
    if (group.length <= SHOWN) for (const one of group) await writeControl(one, touches, io);
    else {
      const { regime, list } = first.entry;
      const some = group.slice(0, SHOWN).map(({ entry }) => entry.entry);
      await io.out(`    ${regime}  ${list}  ${group.length} entries ${RELATIONS[first.relation]}: ${some.join(', ')} …; --json has all`);
    }
  }
  for (const note of notes) await io.out(`  note      ${note}`);
}

const RELATIONS: Readonly<Record<CodeControl['relation'], string>> = {
  is: 'that name it',
  above: 'that name a wider code',
  below: 'that name a narrower code',
};

/** One line where an entry only touches the code, else all that the data say of it. */
async function writeControl({ entry, relation, by, status }: CodeMeaning['controls'][number], brief: boolean, io: Io): Promise<void> {
  const { regime, list, annex, tier, heading, conditions, notInScope, source, confidence } = entry;
  const how = relation === 'is' ? '' : relation === 'above' ? ` (by ${by}, wider)` : ` (by ${by}, narrower)`;
  await io.out(
    `    ${regime}  ${list} ${entry.entry}${annex === undefined ? '' : `, annex ${annex}`}${tier === undefined ? '' : `, tier ${tier}`}${how}${heading === '' ? '' : `: ${heading}`}${brief ? `; ${status}` : ''}`,
  );
  if (brief) return;
  await io.out(`        ${status}; data ${confidence}`);
  const tests = testLine(entry);
  if (tests !== '') await io.out(`        applies where ${tests}`);
  if (conditions !== '') await io.out(`        ${conditions}`);
  if (notInScope !== undefined) await io.out(`        not: ${notInScope}`);
  await io.out(`        source: ${source}`);
}

/** `range > 5 km`; branches with their names, `or` between them. */
export function testLine({ thresholds, combine }: Pick<ControlEntry, 'thresholds' | 'combine'>): string {
  const branches = Map.groupBy(thresholds, ({ branch }) => branch ?? '');
  const parts = [...branches].map(([branch, tests]) => {
    const said = tests.map(
      ({ parameter, op, value, unit, note }) =>
        `${parameter} ${op} ${value}${unit === '' ? '' : ` ${unit}`}${note === undefined || note === branch ? '' : ` (${note})`}`,
    );
    return `${said.join(branch === '' && combine === 'any' ? ' or ' : ' and ')}${branch === '' ? '' : ` [${branch}]`}`;
  });
  return parts.join('; or ');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
