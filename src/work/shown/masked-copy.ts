import { maskLine } from '../../recognise/mask-contacts.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Difference, Range } from '../../model/copy.ts';
import type { NoticeText } from '../../store/copy-port.ts';
import type { ComparedCopy, CopyOfNotice } from '../copies/copies-of.ts';
import { shownReading } from './shown-reading.ts';

/** A copy as it is shown unless somebody asks for more: what it quotes is quoted from the texts in which private persons and ways to reach them are bullets. */
export function maskedCopy({ copy, other, texts }: ComparedCopy): CopyOfNotice {
  const { title, publisher } = maskedNotice(other);
  const own = texts && sidesOf(texts.own);
  const theirs = texts && sidesOf(texts.theirs);
  return {
    ...copy,
    other: { ...copy.other, title, publisher },
    shared: copy.shared.map((words) => own?.quoted(words) ?? maskLine(words) ?? ''),
    differs: copy.differs.map((one): Difference => ({ ...one, a: shown(one.a, one.aAt, own), b: shown(one.b, one.bAt, theirs) })),
  };
}

interface Sides {
  readonly masked: string;
  /** What stands in the masked text where the words stand in the open one. */
  quoted(words: string): string | undefined;
}

function sidesOf(noticeText: NoticeText): Sides {
  const { text } = noticeText.reading;
  const masked = shownReading(noticeText, false).text;
  return {
    masked,
    quoted(words) {
      const at = text.indexOf(words);
      return at === -1 ? undefined : masked.slice(at, at + words.length);
    },
  };
}

function shown(words: string | null, at: Range | null, side: Sides | undefined): string | null {
  if (words === null || side === undefined || at === null) return maskLine(words);
  return side.masked.slice(at[0], at[1]);
}
