import { stat } from 'node:fs/promises';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import type { Receipt } from '../../model/receipt.ts';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import type { Store } from '../../store/port.ts';
import type { Clock } from '../../capture/clock.ts';
import type { WantedColumns } from '../customers/find-columns.ts';
import { openCustomerFile, type CustomerFile } from '../customers/open-customer-file.ts';
import type { Tally } from '../customers/progress-file.ts';
import { CSV_RESULTS, JSON_RESULTS, type ScreenedRow } from '../customers/result-lines.ts';
import { openResumableOutput, type ResultOutput } from '../customers/resumable-output.ts';
import { screenCustomers } from '../customers/screen-customers.ts';
import { openStreamOutput } from '../customers/stream-output.ts';
import { BEYOND_LIMIT, judgeMatches } from './judged-match.ts';
import { makeReceipt } from './make-receipt.ts';
import { openKeeping, type Keeping } from './keep-customers.ts';
import { rowRecipe } from './kept-row.ts';
import { subjectOfCustomer } from './match-token.ts';
import { openScreening, type Screening } from './open-screening.ts';
import { openScreeningThreads, threadsFor } from './screening-threads.ts';

export interface ScreenFileRequest {
  /** `-` is stdin. */
  readonly path: string;
  readonly columns: WantedColumns;
  readonly format: 'csv' | 'json';
  /** Null writes to `write`. */
  readonly out: string | null;
  readonly restart: boolean;
  readonly threshold: number;
  readonly limit: number;
  /** Set that keeps the customers for "rescreen", or null. */
  readonly keep: string | null;
  /** The set holds the customers of this file alone at the end; else those that it has stay beside them. */
  readonly replace: boolean;
  /** A file that has the name of `out` gives way. */
  readonly overwrite: boolean;
  /** Null: as the machine and the file suggest. */
  readonly threads: number | null;
}

export interface ScreenFileParts {
  readonly store: Store;
  readonly home: string;
  readonly clock: Clock;
  readonly write: (text: string) => Promise<void>;
  readonly note: (message: string) => void;
  readonly progress: (tally: Tally, file: CustomerFile) => void;
  readonly signal?: AbortSignal;
}

/**
 * Screens a file of customers against the lists of a home and records the receipt. Of the customers nothing is kept, unless `keep` names a set.
 * Throws `usage`, `input-unreadable`, `input-too-large`; rows that cannot be read are in the receipt.
 */
export async function screenFile(parts: ScreenFileParts, request: ScreenFileRequest): Promise<Receipt> {
  const { store, home, clock } = parts;
  const { threshold, limit } = request;
  const screening = await openScreening(store, home, parts.note);
  const file = await openCustomerFile(request.path, { columns: request.columns, known: loadCustomerColumns() });
  if (!file.header && file.shape.format === 'csv')
    parts.note('the first line is taken for a row: it names no columns that are known. Name one of them with --column if it does');
  if (!file.shape.charset.startsWith('utf-')) parts.note(`its letters are read as ${file.shape.charset}, which it does not say itself`);
  const unread = file.columns.filter((column) => !Object.values(file.read).includes(column));
  if (file.entities)
    parts.note(
      'lines that are entities of FollowTheMoney are read whole: names and aliases, countries, numbers, date of birth, schema, id',
    );
  else if (unread.length > 0) parts.note(columnsLine(file.read, unread));
  const format = request.format === 'csv' ? CSV_RESULTS : JSON_RESULTS;
  const output = await openOutput(parts, request, screening, format.head);
  if (output.resumed !== null) parts.note(`going on after ${output.resumed.tally.rows} rows of an earlier run`);
  const threads = openScreeningThreads(
    screening.index,
    { threshold, limit: limit + BEYOND_LIMIT },
    request.threads ?? threadsFor(file.size),
  );
  let keeping: Keeping | null = null;
  try {
    keeping = await openKeeping(parts, request, rowRecipe(screening, request), output.resumed?.tally.rows ?? 0);
    const { tally, unreadable, ignored } = await screenCustomers(file, {
      screen: threads.screen,
      ahead: threads.threads * 3,
      format,
      output,
      threshold,
      onProgress: (now) => parts.progress(now, file),
      judge: (rows) => judgeRows(store, rows, limit),
      ...(parts.signal === undefined ? {} : { signal: parts.signal }),
      ...(keeping === null ? {} : { onRows: keeping.keep }),
    });
    const receipt = makeReceipt(screening, {
      nowMs: clock.now(),
      of: {
        file: { path: request.path, sha256: file.digest(), bytes: file.bytesRead() },
        columns: file.read,
        results: output.digest(),
      },
      tally,
      unreadable,
      ignored,
      threshold,
      limit,
    });
    // Before the set takes its place: what was screened has its receipt also where nobody can be kept.
    await store.recordReceipt(receipt);
    await keeping?.finish();
    return receipt;
  } finally {
    keeping?.tell();
    await threads.close();
    await output.close();
  }
}

const SHOWN_COLUMNS = 12;

/** A country or a number that is not read finds nothing: which columns were left out must not stay unsaid. */
function columnsLine(read: CustomerFile['read'], unread: readonly string[]): string {
  // A value that holds for all rows is written `= CN`.
  const roles = Object.entries(read).map(([role, column]) => (column.startsWith('= ') ? `${role} ${column}` : `${role} from "${column}"`));
  const others = unread.slice(0, SHOWN_COLUMNS).map((column) => `"${column.trim().slice(0, 60)}"`);
  const more = unread.length > SHOWN_COLUMNS ? ` and ${unread.length - SHOWN_COLUMNS} more` : '';
  return `reads ${roles.join(', ')}; not read: ${others.join(', ')}${more}. --country, --id, --key, --schema and --birth-date name columns`;
}

async function openOutput(parts: ScreenFileParts, request: ScreenFileRequest, screening: Screening, head: string): Promise<ResultOutput> {
  if (request.out === null) return openStreamOutput(parts.write, head);
  if (await isSameFile(request.out, request.path))
    throw new DualwatchError('usage', `--out ${request.out} is the file of customers itself; name another`);
  const { columns, format, threshold, limit, keep, replace, overwrite } = request;
  const run = {
    // By the name of the option: they stand in the message where one is another.
    ...Object.fromEntries(Object.entries(columns).map(([role, column]: [string, string]) => [`${role} column`, column])),
    format,
    threshold: String(threshold),
    limit: String(limit),
    ...(keep === null ? {} : { [replace ? 'keep and replace' : 'keep']: keep }),
    lists: screening.lists.map(({ list, version }) => `${list} ${version}`).join(', '),
    recipe: screening.recipe,
  };
  return openResumableOutput(request.out, run, { restart: request.restart, overwrite, head });
}

/** Also under another spelling or through a link: what is written there would be the end of it. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

async function judgeRows(store: Store, rows: readonly ScreenedRow[], limit: number): Promise<readonly ScreenedRow[]> {
  const asked = rows.map(({ customer, matches }) =>
    'why' in customer
      ? { subject: '', query: { name: '' } satisfies NameQuery, matches: [] as readonly Match[] }
      : { subject: subjectOfCustomer(customer.query, customer.key), query: customer.query, matches },
  );
  const judged = await judgeMatches(store, asked, limit);
  return rows.map((row, n) => ({ ...row, matches: judged[n] ?? [] }));
}
