import type { Garbled } from '../model/analysis.ts';
import { bytesIn } from './bytes-in.ts';
import { costOfReading } from './charset-likelihood.ts';

/** Beginning of a text that is looked at, UTF-16 units. */
const MOST_UNITS = 20_000;
/** Characters beyond ASCII, bytes of them, and sound sequences of UTF-8 from which something can be said. */
const LEAST = { characters: 12, bytes: 16, sequences: 6, turned: 3 };
/** Share of the characters that must have a byte in the encoding that a text is taken to have been read in. */
const MAPPED_SHARE = 0.8;
/** Share of the bytes beyond ASCII that stand in sound sequences: what was lost on the way breaks some. By chance some eighth of Chinese does. */
const SOUND_SHARE = 0.7;
/** Bits by which another reading of the same bytes must be likelier: as a whole, and for each byte. */
const LIKELIER = { bits: 60, perByte: 2, perHanByte: 3 };
/** Bytes beyond ASCII that stand in a row: what was misread stands in words; signs of their own (•, £, §, –£) and accents stand alone or in twos. */
const LEAST_RUN = 3;
/** Share of characters that are Han where Chinese, or what was read as it, is looked at: GBK has letters too, in pairs of bytes that look like UTF-8. */
const HAN_SHARE = 0.6;
/** Signs of loss: how many, and which share of all that is no blank. */
const LOST = { least: 4, share: 0.02 };
const QUESTIONS = { least: 12, share: 0.3 };

/** Encodings that texts are read in by mistake. */
const READ_AS = ['windows-1252', 'windows-1251', 'koi8-r', 'gb18030'] as const;

/** Encodings that bytes were written in. */
const WRITTEN_IN = ['gb18030', 'windows-1251', 'koi8-r', 'koi8-u', 'ibm866'] as const;

/**
 * Whether a text is not in its own words: bytes of one encoding read as another (ÐŸÑ€Ð¾Ð´Ð°Ð¼, Ïðîäàì, 閲囪喘鍏憡), or letters replaced by U+FFFD, control characters or runs of question marks.
 * Null where nothing speaks for it. Method: the text is written back in the encoding that it may have been read in; the bytes are UTF-8, or far likelier in another encoding.
 */
export function garbledIn(text: string): Garbled | null {
  const seen = text.slice(0, MOST_UNITS);
  const { high, han, lost, questions, all } = countsOf(seen);
  if (high >= LEAST.characters) {
    const written = READ_AS.filter((readAs) => readAs !== 'gb18030' || han >= high * HAN_SHARE)
      .map((readAs) => ({ readAs, ...bytesIn(seen, readAs) }))
      .filter(({ mapped }) => mapped >= high * MAPPED_SHARE);
    const utf8 = written.find(({ bytes }) => isUtf8Within(bytes));
    if (utf8 !== undefined) return { written: 'utf-8', readAs: utf8.readAs };
    for (const { readAs, bytes } of written) {
      const other = likelierThan(bytes, readAs);
      if (other !== null && (!isSwapOfCase(readAs, other) || (seen.match(TURNED_CASE)?.length ?? 0) >= LEAST.turned))
        return { written: other, readAs };
    }
  }
  const isLost = (lost >= LOST.least && lost >= all * LOST.share) || (questions >= QUESTIONS.least && questions >= all * QUESTIONS.share);
  return isLost ? { written: null, readAs: null } : null;
}

/** `high`: beyond ASCII, without those that stand for loss; `questions`: those in runs of three and more. */
function countsOf(text: string): Readonly<Record<'high' | 'han' | 'lost' | 'questions' | 'all', number>> {
  let [high, han, lost, questions, all, run] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) continue;
    all += 1;
    run = code === 0x3f ? run + 1 : 0;
    if (run >= 3) questions += run === 3 ? 3 : 1;
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) lost += 1;
    if (code >= 0x80 && code !== 0xfffd) high += 1;
    if (code >= 0x4e00 && code < 0xa000) han += 1;
  }
  return { high, han, lost, questions, all };
}

/** KOI8 has its capitals where windows-1251 has its small letters: of a text in capitals alone either may be right. */
function isSwapOfCase(readAs: string, written: string): boolean {
  return (readAs === 'windows-1251' && written.startsWith('koi8')) || (readAs === 'koi8-r' && written === 'windows-1251');
}

/** зАКУПКА: a word that begins small and goes on in capitals. */
const TURNED_CASE = /(?<!\p{L})\p{Ll}\p{Lu}{2}/gu;

function isUtf8Within(bytes: Uint8Array): boolean {
  let [high, sound, sequences] = [0, 0, 0];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
    let have = 1;
    while (have < size && ((bytes[at + have] ?? 0) & 0xc0) === 0x80) have += 1;
    if (lead >= 0x80) high += have;
    if (size > 1 && have === size) {
      sound += size;
      sequences += 1;
    }
    at += have;
  }
  return sequences >= LEAST.sequences && sound >= high * SOUND_SHARE;
}

/** The encoding in which the same bytes are by far likelier text, or null. Only those in runs ({@link LEAST_RUN}) are evidence. */
function likelierThan(written: Uint8Array, readAs: (typeof READ_AS)[number]): string | null {
  const bytes = withRunsOnly(written);
  const own = costOfReading(bytes, readAs);
  if (own.highBytes < LEAST.bytes) return null;
  const perByte = readAs === 'gb18030' ? LIKELIER.perHanByte : LIKELIER.perByte;
  const most = own.bits - Math.max(LIKELIER.bits, perByte * own.highBytes);
  const [best] = WRITTEN_IN.filter((one) => one !== readAs)
    .map((encoding) => ({ encoding, cost: costOfReading(bytes, encoding) }))
    .filter(({ cost }) => cost.bits <= most)
    .toSorted((a, b) => a.cost.bits - b.cost.bits);
  return best?.encoding ?? null;
}

/** The bytes with a blank for each beyond ASCII that stands in too short a run. */
function withRunsOnly(bytes: Uint8Array): Uint8Array {
  const kept = bytes.slice();
  for (let at = 0; at < kept.length;) {
    let end = at;
    while ((kept[end] ?? 0) >= 0x80) end += 1;
    if (end - at < LEAST_RUN) kept.fill(0x20, at, end);
    at = end + 1;
  }
  return kept;
}
