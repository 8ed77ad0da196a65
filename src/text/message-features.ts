import { messageWords } from './message-words.ts';

/** Letters of a word of an alphabet that count: endings say little. */
const STEM = 5;
const LONGEST_RUN = 4;
/** Words and runs of a message that are looked at: it is short. */
const MOST_WORDS = 160;

/**
 * What a message says, for a statistic: beginnings of words, two in a row, runs of up to four Han characters, ends of lines (`^`, `$`). Linear in its length.
 */
export function messageFeatures(lines: readonly string[]): ReadonlySet<string> {
  const features = new Set<string>();
  let left = MOST_WORDS;
  for (const line of lines) {
    let before = '^';
    for (const word of messageWords(line).match(WORD) ?? []) {
      if ((left -= 1) < 0) return features;
      if (HAN.test(word)) {
        addRuns(`^${word}$`, features);
        before = '^';
      } else {
        const stem = word.slice(0, STEM);
        features.add(stem).add(`${before} ${stem}`);
        before = stem;
      }
    }
    features.add(`${before} $`);
  }
  return features;
}

function addRuns(marked: string, features: Set<string>): void {
  const text = marked.slice(0, MOST_WORDS);
  for (let length = 1; length <= LONGEST_RUN; length += 1)
    for (let at = 0; at + length <= text.length; at += 1) features.add(text.slice(at, at + length));
}

const HAN = /^\p{Script=Han}/u;
const WORD = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+/gu;
