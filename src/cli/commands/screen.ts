import type { Command } from 'commander';
import { countryCodes } from '../../catalogue/country-code.ts';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { PARTY_SCHEMATA, type NameQuery, type PartySchema } from '../../model/party.ts';
import type { Receipt } from '../../model/receipt.ts';
import { troubleOfName } from '../../work/customers/customer-of-row.ts';
import { screenFile } from '../../work/screening/screen-file.ts';
import { screenName } from '../../work/screening/screen-name.ts';
import type { Io } from '../io.ts';
import { writeMatch } from '../match-lines.ts';
import { ignoredLines, unreadableLine } from '../receipt-lines.ts';
import { withScreening, type ScreeningSession } from '../screening-session.ts';
import { terminalLine } from '../terminal-text.ts';
import { wholeNumber } from './notices.ts';

/** One name and what is known of it. */
export interface NameOptions {
  readonly name?: string;
  readonly country?: string;
  readonly id?: string;
  readonly schema?: string;
  readonly birthDate?: string;
}

interface Options extends NameOptions {
  readonly column?: string;
  readonly key?: string;
  readonly out?: string;
  readonly keep?: string;
  readonly replace?: boolean;
  readonly overwrite?: boolean;
  readonly limit: string;
  readonly threshold: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly restart?: boolean;
  readonly threads?: string;
}

const MOST_THREADS = 64;
/** Unreadable rows that are shown; the receipt has up to a thousand. */
const SHOWN_UNREADABLE = 20;

export function screenCommand(program: Command, io: Io): void {
  program
    .command('screen')
    .argument('[file]', 'CSV, TSV or JSON lines in any encoding, also gzip; - is stdin')
    .description('screen names against the lists: one name, or a file of customers of any size')
    .option('--name <name>', 'one name in place of a file; then --country, --id, --schema and --birth-date are its own')
    .option('--column <column>', 'column that holds the name, by header or number (default: name, company, 名称, наименование …)')
    .option('--country <column|code>', 'column that holds the country; or one country for all, as in CN')
    .option('--id <column|number>', 'column that holds registration or tax numbers')
    .option('--key <column>', "column that holds the customer's own key")
    .option('--schema <column|schema>', `column that says what a customer is; or one for all: ${PARTY_SCHEMATA.join(', ')}`)
    .option('--birth-date <column|date>', 'column that holds the date of birth')
    .option('--out <file>', 'write results there; a run that is stopped goes on with the same command')
    .option('--overwrite', 'write over a file that is there already')
    .option('--keep <set>', 'keep the customers as a set for "rescreen", beside those that it has; else nothing of them is stored')
    .option('--replace', 'with --keep: at the end the set holds the customers of this file and no others')
    .option('--limit <n>', 'matches for each name at most', '10')
    .option('--threshold <score>', 'least score of a match, 0 to 1', String(HIT_THRESHOLD))
    .option('--explain', 'with --name: show how the names correspond')
    .option('--json', 'one object a row: {row,key,query,matches}, also for rows without a match')
    .option('--restart', 'begin anew where an earlier run had stopped')
    .option('--threads <n>', 'threads to screen with (default: one for each core)')
    .addHelpText(
      'after',
      '\nExamples:\n  dualwatch screen customers.csv --column name --country country --id inn --key customer_no --out hits.csv\n  dualwatch screen --name "贵州航天电器" --explain\n',
    )
    .action(async (file: string | undefined, options: Options, command: Command) => {
      const limits = { limit: wholeNumber(options.limit), threshold: scoreOf(options.threshold) };
      if ((file === undefined) === (options.name === undefined))
        throw new DualwatchError('usage', 'name a file (or - for stdin) or give one name with --name');
      if (file !== undefined && options.explain)
        throw new DualwatchError('usage', '--explain is for --name: results of a file say with each match how the names correspond');
      if (options.replace && options.keep === undefined)
        throw new DualwatchError('usage', '--replace says what becomes of a set; name it with --keep');
      if (options.keep?.trim() === '') throw new DualwatchError('usage', '--keep is empty; name the set');
      await withScreening(command, io, { create: false, writes: true }, async (session) => {
        if (file === undefined) await one(session, oneName(options), options, limits, io);
        else await all(session, file, options, limits, io);
      });
    });
}

async function one(
  session: ScreeningSession,
  query: NameQuery,
  options: Options,
  limits: { readonly limit: number; readonly threshold: number },
  io: Io,
): Promise<void> {
  const { matches, receipt } = await screenName(session, query, limits);
  if (options.json) {
    await io.out(JSON.stringify({ row: 1, query, matches }));
    io.note(`receipt ${receipt.id}`);
    return;
  }
  const cut = matches.length < limits.limit ? '' : ', as many as --limit lets through: there may be more';
  const lists = receipt.lists.length === 1 ? '1 list' : `${receipt.lists.length} lists`;
  await io.out(
    `${terminalLine(query.name)}: ${matches.length === 0 ? 'no match' : matches.length === 1 ? '1 match' : `${matches.length} matches`} at ${limits.threshold} or above in ${lists}${cut}`,
  );
  for (const match of matches) await writeMatch(match, options.explain === true, io);
  io.note(`receipt ${receipt.id}`);
}

async function all(
  session: ScreeningSession,
  path: string,
  options: Options,
  limits: { readonly limit: number; readonly threshold: number },
  io: Io,
): Promise<void> {
  const { column, country, id, key, schema, birthDate } = options;
  let started: { readonly ms: number; readonly rows: number } | undefined;
  const receipt = await screenFile(
    {
      ...session,
      write: (text) => io.out(text.replace(/\r?\n$/, '')),
      progress: (tally, { size, bytesRead }) => {
        const share = size === null || size === 0 ? '' : `, ${Math.floor((100 * bytesRead()) / size)} % read`;
        started ??= { ms: performance.now() - 1, rows: tally.rows };
        const rate = Math.round((tally.rows - started.rows) / ((performance.now() - started.ms) / 1000));
        io.progress(`${tally.rows} rows screened, ${tally.hits} with a match${share}, ${rate} rows/s`);
      },
    },
    {
      path,
      columns: {
        ...(column === undefined ? {} : { name: column }),
        ...(country === undefined ? {} : { country }),
        ...(id === undefined ? {} : { id }),
        ...(key === undefined ? {} : { key }),
        ...(schema === undefined ? {} : { schema }),
        ...(birthDate === undefined ? {} : { birthDate }),
      },
      format: options.json ? 'json' : 'csv',
      out: options.out ?? null,
      restart: options.restart === true,
      overwrite: options.overwrite === true,
      keep: options.keep ?? null,
      replace: options.replace === true,
      threads: options.threads === undefined ? null : threadsOf(options.threads),
      ...limits,
    },
  );
  summarise(path, receipt, options, io);
}

function summarise(path: string, receipt: Receipt, options: Options, io: Io): void {
  const { rows, unreadable, hits, matches } = receipt.counts;
  for (const row of receipt.unreadable.slice(0, SHOWN_UNREADABLE)) io.note(`${path === '-' ? 'stdin' : path}, ${unreadableLine(row)}`);
  if (unreadable > SHOWN_UNREADABLE)
    io.note(`… and ${unreadable - SHOWN_UNREADABLE} more; "dualwatch receipts show ${receipt.id}" names them`);
  if (rows === 0) io.note(`${path === '-' ? 'stdin' : path} names its columns and has no customer`);
  for (const line of ignoredLines(receipt).slice(0, SHOWN_UNREADABLE)) io.note(line);
  io.note(
    `${rows} rows, ${hits} with ${matches} matches at ${receipt.threshold} or above, against ${receipt.lists.map(({ list, version }) => `${list} ${version}`).join(', ')}${options.out === undefined ? '' : `; results in ${options.out}`}. Receipt ${receipt.id}`,
  );
  if (unreadable > 0) throw new DualwatchError('input-malformed', `${unreadable} of ${rows} rows could not be read; the rest was screened`);
}

function oneName({ column, key, out, keep, threads, restart, overwrite, ...options }: Options): NameQuery {
  for (const [option, value] of Object.entries({ column, key, out, keep, threads, restart, overwrite }))
    if (value !== undefined) throw new DualwatchError('usage', `--${option} is for a file of customers, not for --name`);
  return queryOf(options);
}

/** What is asked about one name. Throws `usage`. */
export function queryOf({ name = '', country, id, schema, birthDate }: NameOptions): NameQuery {
  if (name.trim() === '') throw new DualwatchError('usage', '--name is empty');
  const trouble = troubleOfName(name);
  if (trouble !== undefined) throw new DualwatchError('usage', `--name cannot be screened: ${trouble}`);
  return {
    name: name.trim(),
    ...(schema === undefined ? {} : { schema: schemaOf(schema) }),
    ...(country === undefined ? {} : { countries: [countryOf(country)] }),
    ...(birthDate === undefined ? {} : { birthDates: [dateOf(birthDate)] }),
    ...(id === undefined ? {} : { identifiers: [id] }),
  };
}

export function schemaOf(text: string): PartySchema {
  const found = PARTY_SCHEMATA.find((schema) => schema.toLowerCase() === text.toLowerCase());
  if (found) return found;
  const near = nearestName(text, PARTY_SCHEMATA);
  throw new DualwatchError(
    'usage',
    `"${text}" is no schema.${near === undefined ? '' : ` Did you mean ${near}?`} There are ${PARTY_SCHEMATA.join(', ')}`,
  );
}

export function countryOf(text: string): string {
  const [code] = /^[a-z]{2}$/i.test(text) ? countryCodes(text, loadCustomerColumns().countries).codes : [];
  if (code === undefined) throw new DualwatchError('usage', `"${text}" is no country; write its ISO code, as in CN or RU`);
  return code;
}

function dateOf(text: string): string {
  // The first moment of the year, month or day; `Date` takes the 31st of a short month for a day of the next.
  const date = /^\d{4}(-\d\d){0,2}$/.test(text) ? new Date(text) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new DualwatchError('usage', `"${text}" is no date; write 1961, 1961-05 or 1961-05-03`);
  return text;
}

/** Each thread takes memory of its own: with hundreds the machine runs out of it. */
function threadsOf(text: string): number {
  const threads = wholeNumber(text);
  if (threads > MOST_THREADS) throw new DualwatchError('usage', `${threads} threads are too many; write at most ${MOST_THREADS}`);
  return threads;
}

function scoreOf(text: string): number {
  const score = Number(text);
  if (text.trim() === '' || !(score >= 0 && score <= 1))
    throw new DualwatchError('usage', `"${text}" is no score; write a number from 0 to 1, as in 0.7`);
  return score;
}
