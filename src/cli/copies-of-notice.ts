import type { Command } from 'commander';
import { formatDuration } from '../model/duration.ts';
import type { Notice } from '../model/notice.ts';
import { compareWaiting } from '../work/copies/compare-waiting.ts';
import { copiesOf, type CopyOfNotice } from '../work/copies/copies-of.ts';
import { findNotice } from '../work/shown/find-notice.ts';
import { stateWord } from './commands/notices.ts';
import { differenceLine } from './difference-lines.ts';
import type { Io } from './io.ts';
import { withHome } from './session.ts';
import { terminalLine } from './terminal-text.ts';
import { maskedCopy } from '../work/shown/masked-copy.ts';
import { REVEALED } from './trade-lines.ts';

const SHOWN_DIFFERENCES = 8;

/** `copies <notice>`: compares what still waits, then says who else published the text. */
export async function writeCopiesOf(
  wanted: string,
  options: { readonly json?: boolean; readonly reveal?: boolean },
  command: Command,
  io: Io,
): Promise<void> {
  await withHome(command, io, { create: false }, async ({ home }) => {
    const { id } = await findNotice(home.store, wanted);
    io.progress('comparing what nobody compared yet');
    if (!(await compareWaiting(home, (message) => io.note(message), io.signal)))
      io.note('Another process is comparing notices now: of those that it has not come to yet nothing is said here.');
    // Comparing takes time; a watcher may have made it one with another since.
    const notice = await findNotice(home.store, id);
    if (options.reveal === true) io.note(REVEALED);
    let count = 0;
    for await (const found of copiesOf(home.store, notice)) {
      const copy = options.reveal === true ? found.copy : maskedCopy(found);
      count += 1;
      if (options.json) await io.out(JSON.stringify({ ...copy, score: rounded(copy.score), containment: rounded(copy.containment) }));
      else await writeCopy(notice, copy, found.other, io);
    }
    if (count === 0) io.note('No other notice of this home has this text or a good part of it.');
  });
}

async function writeCopy(notice: Notice, copy: CopyOfNotice, now: Notice, io: Io): Promise<void> {
  const { kind, score, containment, other, shared, differs } = copy;
  const line = (name: string, value: string): Promise<void> => io.out(`  ${name.padEnd(11)}${terminalLine(value)}`);
  await io.out(
    `${kind} (${kind === 'translated' ? 'a candidate: ' : ''}${score.toFixed(2)})  ${terminalLine(other.title ?? '(no title)')}`,
  );
  await line('address', `${other.url}  (notice ${other.id})`);
  await line('publisher', other.publisher ?? '–');
  await line(
    'published',
    `${other.publishedAt ?? '–'}; first seen ${other.firstSeenAt}, ${distance(notice.firstSeenAt, other.firstSeenAt)}`,
  );
  await line('state', stateWord(now));
  if (kind !== 'translated') await line('kept', `${Math.round(containment * 100)} % of the shorter text`);
  if (shared.length > 0) await line('in both', shared.slice(0, SHOWN_DIFFERENCES).join(' · '));
  if (differs.length > 0) await io.out('  differs (this notice | the other)');
  for (const difference of differs.slice(0, SHOWN_DIFFERENCES)) await io.out(`    ${differenceLine(difference)}`);
  if (differs.length > SHOWN_DIFFERENCES) await io.out(`    … and ${differs.length - SHOWN_DIFFERENCES} more: --json gives all`);
}

function distance(own: string, other: string): string {
  const ms = Date.parse(other) - Date.parse(own);
  return ms === 0 ? 'together with this one' : `${formatDuration(Math.max(1000, Math.abs(ms)))} ${ms < 0 ? 'before' : 'after'} this one`;
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
