import type { Command } from 'commander';
import { diffTexts } from '../../copies/diff/diff-texts.ts';
import type { SentenceChange } from '../../copies/diff/diff-texts.ts';
import type { Range } from '../../model/copy.ts';
import { DualwatchError } from '../../model/errors.ts';
import { openAnalyser } from '../../work/analyser.ts';
import { noticeVersions } from '../../work/copies/notice-versions.ts';
import type { NoticeVersion } from '../../work/copies/notice-versions.ts';
import type { Io } from '../io.ts';
import { maskedText } from '../masked-analysis.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';
import { REVEALED } from '../trade-lines.ts';
import { wholeNumber } from './notices.ts';
import { findNotice } from './show.ts';

interface Options {
  readonly json?: boolean;
  readonly reveal?: boolean;
}

export function diffCommand(program: Command, io: Io): void {
  program
    .command('diff')
    .argument('<notice>', 'id of a notice, or any address it has had')
    .argument('[v1]', 'number of a version, from 1 (default: the last but one)')
    .argument('[v2]', 'number of another (default: the last)')
    .description('show what changed between two versions of a notice: each changed sentence before and after, and the words in it')
    .option('--json', 'one object a change: {a,b,before,after,marks}, offsets in the texts of the versions')
    .option(
      '--reveal',
      'show names of contact persons, telephone numbers, mail addresses and messengers, which are masked otherwise; says so on stderr',
    )
    .addHelpText('after', '\nExample:\n  dualwatch diff https://mp.weixin.qq.com/s/… 1 2\n')
    .action(async (wanted: string, v1: string | undefined, v2: string | undefined, options: Options, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home: { store } }) => {
        const notice = await findNotice(store, wanted);
        const [one, other] = chosen(await noticeVersions(store, notice.id), wanted, v1, v2);
        if (options.reveal === true) io.note(REVEALED);
        const shown = (version: NoticeVersion): string => (options.reveal === true ? version.reading.text : masked(version));
        const [a, b] = [shown(one), shown(other)];
        const changes = diffTexts(one.reading.text, other.reading.text);
        if (options.json !== true) await io.out(`version ${one.number} (${seen(one)}) → version ${other.number} (${seen(other)})`);
        for (const change of changes) {
          if (options.json === true) await io.out(JSON.stringify(asObject(change, a, b)));
          else for (const line of changeLines(change, a, b)) await io.out(line);
        }
        if (changes.length === 0)
          io.note(
            one.number === other.number
              ? 'this is one version: name two to compare them'
              : 'their texts are the same; the title, the account or the images changed',
          );
      });
    });
}

/** The two versions that are asked for. Throws `usage` and `not-found`. */
function chosen(
  versions: readonly NoticeVersion[],
  wanted: string,
  v1: string | undefined,
  v2: string | undefined,
): readonly [NoticeVersion, NoticeVersion] {
  const known = versions.map(({ number }) => number).join(', ');
  if (versions.length < 2 && v1 === undefined)
    throw new DualwatchError(
      'not-found',
      `The notice "${wanted}" has ${versions.length === 0 ? 'no text yet' : 'one version'}: there is nothing to compare.`,
    );
  const numbered = (written: string): NoticeVersion => {
    const version = versions.find(({ number }) => number === wholeNumber(written));
    if (version === undefined)
      throw new DualwatchError(
        'not-found',
        `The notice "${wanted}" has no version ${written} that can be read; it has ${known || 'none'}.`,
      );
    return version;
  };
  const [last, before] = [versions.at(-1), versions.at(-2)];
  const one = v1 === undefined ? before : numbered(v1);
  const other = v2 === undefined ? last : numbered(v2);
  if (one === undefined || other === undefined)
    throw new DualwatchError('not-found', `The notice "${wanted}" has no such versions; it has ${known || 'none'}.`);
  return [one, other];
}

function seen({ from, to }: NoticeVersion): string {
  return from === to ? `seen ${from}` : `seen ${from} to ${to}`;
}

/** Letters of private names and contacts as bullets; offsets stay. */
function masked({ reading: { text, lang, fields }, mentions, recipe }: NoticeVersion): string {
  const context = { fields, publishedAt: null, state: null, versions: null, copies: null, listed: null };
  const analysis = openAnalyser().analyse(text, { lang, mentions, goods: [], recipe }, context, new Date().toISOString());
  return maskedText({ text, fields, analysis }).text;
}

function asObject({ a, b, marks }: SentenceChange, before: string, after: string): object {
  return {
    a,
    b,
    before: part(before, a),
    after: part(after, b),
    marks: marks.map(({ side, at }) => ({ side, at, text: part(side === 'removed' ? before : after, at) })),
  };
}

function* changeLines({ a, b, marks }: SentenceChange, before: string, after: string): Generator<string> {
  if (a !== null) yield `- ${terminalLine(part(before, a) ?? '')}`;
  if (b !== null) yield `+ ${terminalLine(part(after, b) ?? '')}`;
  if (a !== null && b !== null)
    yield `    ${marks.map(({ side, at }) => (side === 'removed' ? `[-${terminalLine(part(before, at) ?? '')}-]` : `{+${terminalLine(part(after, at) ?? '')}+}`)).join(' ')}`;
}

function part(text: string, at: Range | null): string | null {
  return at === null ? null : text.slice(...at);
}
