import { counted } from '../model/counted.ts';
import type { BeforeWhen, Check, CheckName, CheckStatus, PackageVerdict } from '../evidence/verify-package/verdict.ts';
import { terminalLine } from './terminal-text.ts';

const MARKS: Readonly<Record<CheckStatus, string>> = { pass: 'pass', fail: 'FAIL', absent: 'absent', untrusted: 'untrusted' };

/** A verdict for people: the three answers first, then every check. */
export function verdictLines(verdict: PackageVerdict): readonly string[] {
  return [...answers(verdict), '', ...verdict.checks.map(checkLine)];
}

function answers({ whole, byWhom, beforeWhen, checks }: PackageVerdict): readonly string[] {
  const { key, domain, log } = byWhom;
  const trusted = key?.trusted === true || log?.trusted === true;
  const failed = (check: CheckName): boolean => checks.some(({ name, status }) => name === check && status === 'fail');
  const trust = (is: boolean): string => (is ? 'which you trust' : 'which you did not say that you trust');
  const by = [
    ...(failed('signature') ? ['nobody: its signature is not of what is here'] : []),
    ...(key === null ? [] : [`signed by key ${key.fingerprint}, ${trust(key.trusted)}`]),
    ...(domain === null ? [] : [`for the domain ${terminalLine(domain)}${failed('domain') ? ', which its certificates do not show' : ''}`]),
    ...(log === null ? [] : [`log ${terminalLine(log.origin)}, key ${log.fingerprint}, ${trust(log.trusted)}`]),
  ];
  if (!whole && by.length > 0) by.push('of what was altered or is damaged this says nothing: the checks below name it');
  const when = beforeWhen.map(
    ({ at, authority, trusted: known, covers }) => `${at}, says ${terminalLine(authority)}, ${trust(known)}${parts(covers)}`,
  );
  return [
    whole ? 'Whole:        yes, everything inside agrees' : 'Whole:        NO, it was altered or is damaged',
    ...listed('By whom:     ', by, 'nobody signed it'),
    ...listed('Before when: ', when, 'no authority saw it'),
    ...(whole && !trusted
      ? ['This proves wholeness, not origin: anybody could have made it. --key, --checkpoint and --tsa-ca say whom you trust.']
      : []),
  ];
}

/** A stamp says nothing of what was logged after it. */
function parts(covers: BeforeWhen['covers']): string {
  if (covers === null || covers.entries === covers.ofEntries) return '';
  return `: of ${covers.captures} of ${counted(covers.ofCaptures, 'capture', 'captures')} and ${covers.entries} of ${counted(covers.ofEntries, 'entry', 'entries')}`;
}

function listed(label: string, items: readonly string[], none: string): readonly string[] {
  return items.length === 0 ? [`${label} ${none}`] : items.map((item, n) => `${n === 0 ? label : ' '.repeat(label.length)} ${item}`);
}

function checkLine({ name, status, where, why }: Check): string {
  const rest = [where, why]
    .filter((part) => part !== undefined)
    .map(terminalLine)
    .join(': ');
  return `${MARKS[status].padEnd(9)}  ${name.padEnd(10)}  ${rest}`.trimEnd();
}
