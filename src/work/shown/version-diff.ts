import { diffTexts, type SentenceChange } from '../../copies/diff/diff-texts.ts';
import type { Range } from '../../model/copy.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { noticeVersions, type NoticeVersion } from '../copies/notice-versions.ts';
import { shownReading } from './shown-reading.ts';

/** One change between two versions: one line of `diff --json`. `a` and `b` are offsets in the texts of the versions. */
export interface ShownChange {
  readonly a: Range | null;
  readonly b: Range | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly marks: readonly { readonly side: 'removed' | 'added'; readonly at: Range; readonly text: string }[];
}

/**
 * What changed between two versions of a notice, by their numbers; the last two unless told. Private persons and ways to reach them are masked unless `reveal`.
 * Throws `not-found` where there are no such versions.
 */
export async function versionDiff(
  store: Pick<Store, 'observationsOf' | 'packages'>,
  id: NoticeId,
  [v1, v2]: readonly (number | undefined)[],
  reveal: boolean,
): Promise<{ readonly a: NoticeVersion; readonly b: NoticeVersion; readonly changes: readonly ShownChange[] }> {
  const [one, other] = chosen(await noticeVersions(store, id), v1, v2);
  const shown = (version: NoticeVersion): string => shownReading(version, reveal).text;
  const [before, after] = [shown(one), shown(other)];
  return { a: one, b: other, changes: diffTexts(one.reading.text, other.reading.text).map((change) => shownChange(change, before, after)) };
}

function chosen(
  versions: readonly NoticeVersion[],
  v1: number | undefined,
  v2: number | undefined,
): readonly [NoticeVersion, NoticeVersion] {
  const known = versions.map(({ number }) => number).join(', ') || 'none';
  if (versions.length < 2 && v1 === undefined)
    throw new DualwatchError(
      'not-found',
      `The notice has ${versions.length === 0 ? 'no text yet' : 'one version'}: there is nothing to compare.`,
    );
  const one = v1 === undefined ? versions.at(-2) : versions.find(({ number }) => number === v1);
  const other = v2 === undefined ? versions.at(-1) : versions.find(({ number }) => number === v2);
  const missing = one === undefined ? v1 : v2;
  if (one === undefined || other === undefined)
    throw new DualwatchError('not-found', `The notice has no version ${missing ?? ''} that can be read; it has ${known}.`);
  return [one, other];
}

function shownChange({ a, b, marks }: SentenceChange, before: string, after: string): ShownChange {
  return {
    a,
    b,
    before: a && before.slice(...a),
    after: b && after.slice(...b),
    marks: marks.map(({ side, at }) => ({ side, at, text: (side === 'removed' ? before : after).slice(...at) })),
  };
}
