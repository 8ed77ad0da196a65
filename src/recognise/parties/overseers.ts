import type { OversightWords } from '../../catalogue/oversight.ts';

/** Somebody whom a text names as overseeing the body that publishes it. */
export interface NamedOverseer {
  readonly name: string;
  /** The words that say so, name and all, and where they stand (UTF-16). */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface OverseerFinder {
  /** In the order of the text, each name once. Linear in the length of the text. */
  find(text: string): readonly NamedOverseer[];
}

const LONGEST_NAME = 80;
/** A name ends with its clause; behind a Han name words go on without a blank. */
const IN_NAME = `[^\\n\\r。；;，,、：:！!？?<>|\\t（）()]`;

/** Compiles the words of the catalogue into one pattern for each way of saying it. */
export function overseerFinder({ bodies, says }: OversightWords): OverseerFinder {
  const patterns = says.map(({ lang, before, after, colon }) => {
    const han = lang === 'zh';
    const first = before
      .toSorted((a, b) => b.length - a.length)
      .map(wordPattern)
      .join('|');
    const last = after
      ?.toSorted((a, b) => b.length - a.length)
      .map(wordPattern)
      .join('|');
    const gap = colon === true ? `\\s{0,4}[:：]\\s{0,4}` : han ? '' : `\\s{1,3}`;
    const name = last === undefined ? `(?<name>${IN_NAME}{2,${LONGEST_NAME}})` : `(?<name>${IN_NAME}{2,40}?)(?:${last})`;
    const edge = han ? '' : `(?<![\\p{L}\\p{N}])`;
    return {
      body: new RegExp((bodies[lang] ?? []).join('|'), 'iu'),
      pattern: new RegExp(`${edge}(?:${first})${gap}${name}`, 'dgiu'),
      open: last === undefined && !han,
      closed: last !== undefined,
    };
  });
  return {
    find(text) {
      const found = patterns.flatMap(({ pattern, body, open, closed }) =>
        [...text.matchAll(pattern)].flatMap((match): readonly NamedOverseer[] => {
          const name = nameIn(match.groups?.['name'] ?? '', open);
          if (name === '' || !body.test(name)) return [];
          // Where a verb behind the name says it, the name alone says nothing.
          const end = closed ? match.index + match[0].length : endOf(name, text, match.indices?.groups?.['name']?.[0] ?? match.index);
          return [{ name, quote: text.slice(match.index, end), start: match.index, end }];
        }),
      );
      const seen = new Set<string>();
      return found.toSorted((a, b) => a.start - b.start || b.end - a.end).filter(({ name }) => !seen.has(name) && seen.add(name));
    },
  };
}

/** Where a name ends that stands in a text from `from` on, however its words are set apart there. */
function endOf(name: string, text: string, from: number): number {
  const words = name.split(/\s+/);
  return words.reduce((at, word) => text.indexOf(word, at) + word.length, from);
}

/** Outside Chinese a name without a mark behind it goes on until a full stop or a verb-like turn; of it at most ten words are taken. */
function nameIn(matched: string, open: boolean): string {
  const trimmed = matched
    .trim()
    .replace(/^[«"“”'の的]+/u, '')
    .replace(/[»"“”'.]+$/u, '');
  if (!open) return trimmed;
  const [clause = ''] = trimmed.split(/[.]\s|\s(?:which|that|and is|who|who's|который|которая|которое|що|який|яка|и является)\s/iu);
  const words = clause.split(/\s+/).slice(0, 10);
  return (/^[\p{Script=Latin}\p{P}\s]+$/u.test(clause) ? capitalised(words) : words).join(' ').trim();
}

const SMALL: ReadonlySet<string> = new Set(['the', 'of', 'for', 'and', 'in', 'on', 'at', 'to', '&']);

/** English names write their words large: where small ones go on the sentence does. */
function capitalised(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => !SMALL.has(word) && !/^\p{Lu}/u.test(word));
  const name = end === -1 ? words : words.slice(0, end);
  const last = name.findLastIndex((word) => !SMALL.has(word));
  return name.slice(name[0] === 'the' ? 1 : 0, last + 1);
}

function wordPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()[\]\\]/g, '\\$&').replace(/\s+/g, '\\s{1,3}');
  return escaped.includes('|') ? escaped.replaceAll('|', '\\p{L}{0,6}') : escaped;
}
