import { KIND, foldTable } from '../../text/fold-table.ts';

/** Phrases to be found at one place of a text, the longest first. Letter case, full-width forms and Traditional characters make no difference. */
export interface PhraseTrie<Value> {
  /** The longest phrase that begins at `at`, a whole word before one with an ending; null where none does. */
  match(text: string, at: number): PhraseMatch<Value> | null;
  /** The same where a word may begin, null elsewhere. */
  matchWord(text: string, at: number): PhraseMatch<Value> | null;
}

export interface PhraseMatch<Value> {
  readonly end: number;
  readonly values: readonly Value[];
}

interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  /** What follows an upright bar, past the letters that a word may end with. */
  stem: Node<Value> | null;
  readonly values: Value[];
}

/** Letters that a word may have behind its upright bar. */
const LONGEST_ENDING = 5;

/** Phrases of letters count as whole words only, unless `parts` is set. Blanks in a phrase stand for any white space within a line. */
export function phraseTrie<Value>(phrases: Iterable<readonly [string, Value]>, { parts = false } = {}): PhraseTrie<Value> {
  const root = newNode<Value>();
  for (const [phrase, value] of phrases) {
    let node = root;
    for (let index = 0; index < phrase.length; index += 1) {
      const code = phrase.charCodeAt(index);
      if (code === BAR) node = node.stem ??= newNode();
      else node = childOf(node, foldUnit(code));
    }
    node.values.push(value);
  }
  // Nearly all places begin no phrase: one look at a table says so
  const first = new Uint8Array(65_536);
  for (const folded of root.next.keys()) for (const code of unfolded(folded)) first[code] = 1;
  const match = (text: string, at: number): PhraseMatch<Value> | null => {
    if (first[text.charCodeAt(at)] !== 1) return null;
    const best = { end: -1, values: NONE as readonly Value[] };
    walk(root, text, at, parts, best);
    return best.end === -1 ? null : best;
  };
  return { match, matchWord: (text, at) => (first[text.charCodeAt(at)] === 1 && beginsWord(text, at) ? match(text, at) : null) };
}

let byFolded: Map<number, number[]> | undefined;

/** The units that fold to one, made on first use. */
function unfolded(folded: number): readonly number[] {
  if (byFolded === undefined) {
    byFolded = new Map();
    const { unit } = foldTable();
    for (let code = 0; code < 65_536; code += 1) {
      const to = unit[code] ?? code;
      const codes = byFolded.get(to);
      if (codes === undefined) byFolded.set(to, [code]);
      else codes.push(code);
    }
  }
  return byFolded.get(folded) ?? [folded];
}

const BAR = 0x7c;
const NONE: readonly never[] = [];

function newNode<Value>(): Node<Value> {
  return { next: new Map(), stem: null, values: [] };
}

function childOf<Value>(node: Node<Value>, code: number): Node<Value> {
  let child = node.next.get(code);
  if (child === undefined) {
    child = newNode();
    node.next.set(code, child);
  }
  return child;
}

function walk<Value>(from: Node<Value>, text: string, at: number, parts: boolean, best: { end: number; values: readonly Value[] }): void {
  const { unit } = foldTable();
  let node: Node<Value> | undefined = from;
  let index = at;
  while (node !== undefined) {
    if (node.values.length > 0 && index >= best.end && (parts || endsWord(text, index))) {
      best.end = index;
      best.values = node.values;
    }
    if (node.stem !== null) {
      let end = index;
      while (end - index <= LONGEST_ENDING && isLetterAt(text, end)) end += 1;
      if (!isLetterAt(text, end)) walk(node.stem, text, end, parts, best);
    }
    if (index >= text.length) return;
    const code = text.charCodeAt(index);
    node = node.next.get(unit[code] ?? code);
    index += 1;
  }
}

/** One UTF-16 unit as phrases are compared. */
export function foldUnit(code: number): number {
  return foldTable().unit[code] ?? code;
}

/** True where a Latin or Cyrillic letter stands. */
export function isLetterAt(text: string, at: number): boolean {
  const kind = foldTable().kind[text.charCodeAt(at)];
  return kind === KIND.latin || kind === KIND.cyrillic;
}

/** False between two letters of an alphabet. */
function endsWord(text: string, end: number): boolean {
  return !isLetterAt(text, end) || !isLetterAt(text, end - 1);
}

/** True where a word may begin: no letter of an alphabet before a letter. */
export function beginsWord(text: string, start: number): boolean {
  return start === 0 || !isLetterAt(text, start) || !isLetterAt(text, start - 1);
}

/** Past blanks within the line, at most `most`. */
export function skipBlanks(text: string, at: number, most = 2): number {
  let end = at;
  while (end - at < most && end < text.length && foldUnit(text.charCodeAt(end)) === 0x20) end += 1;
  return end;
}

/** Before blanks within the line, at most `most`. */
export function skipBlanksBack(text: string, at: number, most = 2): number {
  let start = at;
  while (at - start < most && start > 0 && foldUnit(text.charCodeAt(start - 1)) === 0x20) start -= 1;
  return start;
}
