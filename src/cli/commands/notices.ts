import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import { formatDuration } from '../../model/duration.ts';
import type { Notice } from '../../model/notice.ts';
import { NOTICE_FIELDS, parseNoticeQuery } from '../../model/notice-query.ts';
import { packagedCatalogue } from '../../work/packaged/catalogue.ts';
import { OBSERVATION_STATES, type ObservationState } from '../../model/observation.ts';
import type { NoticeFilter } from '../../store/port.ts';
import type { Io } from '../io.ts';
import { noticesWhere } from '../../work/query-notices.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { triageWords } from './triage.ts';

interface Options {
  readonly state?: string;
  readonly query?: string;
  readonly source?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

const SHOWN = 50;

export function noticesCommand(program: Command, io: Io): void {
  program
    .command('notices')
    .description('list notices, most important first')
    .option('--state <state>', `only those that are ${OBSERVATION_STATES.join(', ')}`)
    .option('--query <predicate>', 'words of title or text, and tests: removed, goods:radar, priority>=70, and, or, not, brackets')
    .option('--source <id|address>', 'only those that this source lists')
    .option('--limit <n>', `at most so many (default: ${SHOWN} for people, all with --json)`)
    .option('--json', 'one object a line')
    .addHelpText(
      'after',
      `\nExamples:\n  dualwatch notices --state removed\n  dualwatch notices --query 求购 --json\n  dualwatch notices --query "removed or (priority>=70 and not lang:en)"\n\nFields: ${NOTICE_FIELDS.map(({ name }) => name).join(', ')}\n`,
    )
    .action(async (options: Options, command: Command) => {
      const limit = options.limit === undefined ? undefined : wholeNumber(options.limit);
      const state = options.state === undefined ? undefined : stateOf(options.state);
      const predicate = options.query === undefined ? undefined : parseNoticeQuery(options.query, [...packagedCatalogue().concepts.keys()]);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const source = options.source === undefined ? undefined : await home.store.findSource(options.source);
        if (options.source !== undefined && !source)
          throw new DualwatchError(
            'not-found',
            `No source has the id, address or name "${options.source}"; "dualwatch source list" shows them`,
          );
        const filter: NoticeFilter = { ...(state === undefined ? {} : { state }), ...(source ? { source: source.id } : {}) };
        const list = (most: number | undefined): AsyncIterable<Notice> => {
          const bounded = { ...filter, ...(most === undefined ? {} : { limit: most }) };
          return predicate === undefined ? home.store.listNotices(bounded) : noticesWhere(home.store, predicate, bounded);
        };
        if (options.json) {
          for await (const notice of list(limit)) await io.out(JSON.stringify(maskedNotice(notice)));
          return;
        }
        const found = await printNotices(list((limit ?? SHOWN) + 1), limit ?? SHOWN, io);
        if (found) return;
        const narrowed = predicate !== undefined || state !== undefined || source !== undefined;
        io.note(
          narrowed
            ? 'No notice fits; "dualwatch notices" without options lists all.'
            : 'No notice. "dualwatch source add <address>" watches a source; "dualwatch watch --once" checks what is due.',
        );
      });
    });
}

/** A table of at most `limit`; false where there is none. */
export async function printNotices(notices: AsyncIterable<Notice>, limit: number, io: Io): Promise<boolean> {
  const rows: Notice[] = [];
  for await (const notice of notices) rows.push(maskedNotice(notice));
  if (rows.length === 0) return false;
  // A home without lists has no such column.
  const listed = rows.some((notice) => notice.listed.length > 0);
  const copied = rows.some(({ copies }) => copies > 0);
  // Nor one where nobody has looked yet.
  const triaged = rows.some(({ triage, type }) => type === 'report' || triage.state !== 'new' || triage.assignee !== null);
  const columns = [
    { head: 'prio', align: 'right' as const },
    { head: 'state' },
    { head: 'first seen' },
    { head: 'title', shrink: true, keep: 30 },
    { head: 'goods', shrink: true },
    ...(listed ? [{ head: 'listed', shrink: true }] : []),
    ...(copied ? [{ head: 'copies', align: 'right' as const }] : []),
    ...(triaged ? [{ head: 'triage', shrink: true, keep: 16 }] : []),
    { head: 'publisher', shrink: true },
    { head: 'id' },
  ];
  const cells = rows
    .slice(0, limit)
    .map((notice) => [
      String(notice.priority),
      stateWord(notice),
      `${ago(notice.firstSeenAt)} ago`,
      notice.title ?? notice.url,
      notice.goods.join(', '),
      ...(listed ? [notice.listed.map(({ caption, verdict }) => (verdict === 'unsure' ? `${caption}?` : caption)).join(', ')] : []),
      ...(copied ? [notice.copies === 0 ? '' : String(notice.copies)] : []),
      ...(triaged ? [notice.type === 'report' ? 'report' : triageWords(notice.triage)] : []),
      notice.publisher ?? '',
      notice.id,
    ]);
  await io.out(formatTable(columns, cells, io.width));
  const pending = rows.slice(0, limit).filter((notice) => notice.pending !== undefined);
  if (pending.length > 0)
    io.note(
      `${pending.length === 1 ? '1 of these seems' : `${pending.length} of these seem`} gone, which is not certain before ${pending.every((notice) => notice.pending?.waitsFor === 'person') ? 'somebody confirms it' : 'it is seen a second time'} (--query pending:removed)`,
    );
  if (rows.length > limit) io.note(`… and more: --limit ${limit * 10} shows them`);
  return true;
}

/** The state in words; a removal that waits for its second sighting, or for a person, says so. */
export function stateWord(notice: Pick<Notice, 'state' | 'reason' | 'removal' | 'pending'>): string {
  if (notice.state === 'removed') return `removed (${notice.removal?.kind ?? 'status'})`;
  const gone = notice.pending ? `, seems gone${notice.pending.waitsFor === 'person' ? ' (held)' : ''}` : '';
  return (notice.reason === null ? notice.state : `${notice.state} (${notice.reason})`) + gone;
}

function ago(iso: string): string {
  return formatDuration(Math.max(1000, Date.now() - Date.parse(iso))).replace(/ .*/, '');
}

function stateOf(text: string): ObservationState {
  const found = OBSERVATION_STATES.find((state) => state === text);
  if (!found) throw new DualwatchError('usage', `"${text}" is no state; choose one of ${OBSERVATION_STATES.join(', ')}`);
  return found;
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new DualwatchError('usage', `"${text}" is no whole number of at least 1`);
  return Number(text);
}
