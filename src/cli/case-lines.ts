import type { Case, CaseAct, CaseDone, CaseSummary } from '../model/case.ts';
import type { CaseSuggestion, SuggestionReason } from '../model/case-suggestion.ts';
import type { Io } from './io.ts';
import { formatTable } from './table.ts';
import { terminalLine, terminalText } from './terminal-text.ts';

export function caseTable(cases: readonly CaseSummary[], width: number): string {
  const columns = [
    { head: 'title', shrink: true, keep: 30 },
    { head: 'state' },
    { head: 'items', align: 'right' as const },
    { head: 'tasks', align: 'right' as const },
    { head: 'changed' },
    { head: 'by' },
    { head: 'id' },
  ];
  return formatTable(
    columns,
    cases.map((one) => [one.title, one.state, String(one.items), String(one.openTasks), one.updatedAt.slice(0, 16), one.by, one.id]),
    width,
  );
}

export async function printCase(one: Case, io: Io): Promise<void> {
  const line = (text: string): Promise<void> => io.out(terminalLine(text));
  await line(one.title);
  await line(`${one.state}, opened by ${one.by} ${one.createdAt}, changed ${one.updatedAt} (version ${one.version})  ${one.id}`);
  const part = async (head: string, rows: readonly string[]): Promise<void> => {
    if (rows.length === 0) return;
    await io.out(`\n${head}`);
    for (const row of rows) await io.out(`  ${terminalLine(row)}`);
  };
  await part(
    'Items',
    one.items.map(({ no, kind, id, caption, why }) => `${no}  ${kind} ${caption ?? '(gone)'}  (${id})${why === null ? '' : `: ${why}`}`),
  );
  await part(
    'Tasks',
    one.tasks.map(
      ({ no, text, assignee, due, done }) =>
        `${no}  ${done === null ? '[ ]' : '[x]'} ${text}${assignee === null ? '' : `, ${assignee}`}${due === null ? '' : `, until ${due}`}`,
    ),
  );
  await part(
    'Comments',
    one.comments.map(({ no, by, at, text }) => `${no}  ${at} ${by}: ${text}`),
  );
  for (const { no, by, at, text, on, words } of one.notes) {
    await line(
      `\nNote ${no}, ${by} ${at}${on === null ? '' : `, on ${words === null ? 'words that are gone' : `“${words}”`} of ${on.notice}`}`,
    );
    await io.out(terminalText(text));
  }
}

export function actLine({ no, at, by, done }: CaseAct): string {
  return terminalLine(`${no}  ${at}  ${by}  ${doneWords(done)}`);
}

function doneWords(done: CaseDone): string {
  const because = (why: string | null): string => (why === null ? '' : ` (${why})`);
  switch (done.do) {
    case 'open':
      return `opened “${done.title}”`;
    case 'rename':
      return `renamed it “${done.title}”`;
    case 'add':
      return `added ${done.item.kind} ${done.item.id}${because(done.why)}`;
    case 'remove':
      return `removed item ${done.item}${because(done.why)}`;
    case 'task':
      return `task: ${done.text}${done.assignee === null ? '' : ` for ${done.assignee}`}${done.due === null ? '' : ` until ${done.due}`}`;
    case 'changeTask':
      return `task ${done.task}${done.done === undefined ? ' changed' : done.done ? ' done' : ' not done after all'}`;
    case 'comment':
      return `said: ${done.text}`;
    case 'note':
      return `noted: ${done.text}`;
    case 'changeNote':
      return `note ${done.note} reads: ${done.text}`;
    case 'close':
      return `closed it${because(done.why)}`;
    case 'reopen':
      return `reopened it${because(done.why)}`;
    case 'triage':
      return `notice ${done.notice} is ${done.triage.state}${done.triage.assignee === null ? '' : `, ${done.triage.assignee}`}${because(done.why)}`;
    case 'withdraw':
      return `withdrew claim ${done.claim}${because(done.why)}`;
  }
}

export async function printSuggestion({ kind, id, caption, claim, score, reasons }: CaseSuggestion, io: Io): Promise<void> {
  await io.out(`${String(score).padStart(3)}  ${kind.padEnd(7)} ${terminalLine(`${caption} (${id})`)}`);
  if (claim !== undefined) await io.out(`       ${terminalLine(claimLine(claim))}`);
  for (const reason of reasons) await io.out(`       ${terminalLine(reasonLine(reason))}`);
}

function reasonLine({ points, why, here }: SuggestionReason): string {
  return `+${points} ${why}${here === null ? '' : `  at ${here.start}–${here.end}`}`;
}

/** Quotes are cut: they tell claims apart here. */
const LONGEST_QUOTE = 160;

function claimLine({ saidAt, recordedAt, quote, forgotten, about }: NonNullable<CaseSuggestion['claim']>): string {
  const words = forgotten
    ? 'its words are gone'
    : `“${quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote}”`;
  return `${saidAt === null ? `recorded ${recordedAt.slice(0, 10)}` : `said ${saidAt}`}, about ${about.join(', ')}: ${words}`;
}
