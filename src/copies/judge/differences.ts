import type { CopyRelation, Difference, DifferenceKind, Range } from '../../model/copy.ts';
import type { Token } from '../tokens/token.ts';
import { REGION } from './comparison.ts';
import type { Comparison, Side } from './comparison.ts';
import { coresOf } from './core.ts';
import { IS_NO_STAGE, isHeading, stageOf } from './evidence.ts';
import { areSiblings } from './numbers.ts';

/** More are not told: two texts that differ in more are no copies, or one is a digest. */
const MOST = 60;

/** Longer words are cut where they are shown; their offsets are whole. */
const LONGEST = 240;

/** What texts differ in, in the order of `a`: facts by what they are, words by where they stand. What only moved is no difference. */
export function differencesOf(comparison: Comparison, relation: CopyRelation): readonly Difference[] {
  const { a, b, hunks } = comparison;
  const differences: Difference[] = [];
  const page = relation === 'verbatim' ? coresOf(comparison).at(-1)?.at : undefined;
  for (let n = 0; n < hunks.length && differences.length < MOST; n += 1) {
    const { a0, a1, b0, b1 } = hunks[n]!;
    // what a digest says before and behind a notice is no difference of the notice
    const isAround = relation === 'partial' && (n === 0 || n === hunks.length - 1) && (a0 === a1 || b0 === b1);
    if (isAround) continue;
    // menus and adverts around a notice are words, whatever they speak of
    const kindAt = page !== undefined && (a1 <= page.a0 || a0 >= page.a1) && (b1 <= page.b0 || b0 >= page.b1) ? kindAround : kindOf;
    differences.push(...pairUp(piecesOf(a, a0, a1, kindAt), piecesOf(b, b0, b1, kindAt), a, b));
  }
  return differences.slice(0, MOST);
}

/** Tokens of one kind that stand together. */
interface Piece {
  readonly kind: DifferenceKind;
  readonly from: number;
  readonly to: number;
}

/** Facts one by one, words in stretches from the first to the last that the other text does not have. */
function piecesOf(side: Side, from: number, to: number, kindAt: typeof kindOf): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let n = from; n < to && pieces.length <= MOST; n += 1) {
    const token = side.text.tokens[n]!;
    if (token.kind === 'label' || side.novel[n] === 0) continue;
    const kind = kindAt(side, n);
    const last = pieces.at(-1);
    if (last !== undefined && last.kind === kind && (kindAt === kindAround || isRunning(token)) && n - last.to < 6)
      pieces[pieces.length - 1] = { ...last, to: n + 1 };
    else pieces.push({ kind, from: n, to: n + 1 });
  }
  return pieces;
}

/** Pieces of one kind of either side stand for each other in their order; what is left stands alone. */
function pairUp(left: readonly Piece[], right: readonly Piece[], a: Side, b: Side): readonly Difference[] {
  const rest = [...right];
  const differences = left.map((piece): Difference => {
    const at = rest.findIndex(({ kind }) => kind === piece.kind);
    const [partner] = at === -1 ? [] : rest.splice(at, 1);
    return differenceOf(piece, partner, a, b);
  });
  return [...differences, ...rest.map((piece) => differenceOf(undefined, piece, a, b))];
}

function differenceOf(left: Piece | undefined, right: Piece | undefined, a: Side, b: Side): Difference {
  const [aAt, bAt] = [rangeOf(a, left), rangeOf(b, right)];
  const kind = left?.kind ?? right!.kind;
  const isSibling =
    kind === 'number' &&
    left !== undefined &&
    right !== undefined &&
    areSiblings(a.text.tokens[left.from]!.key, b.text.tokens[right.from]!.key);
  return { kind: isSibling ? 'siblingNumber' : kind, a: wordsAt(a, aAt), b: wordsAt(b, bAt), aAt, bAt };
}

function rangeOf({ text: { tokens } }: Side, piece: Piece | undefined): Range | null {
  return piece === undefined ? null : [tokens[piece.from]!.start, tokens[piece.to - 1]!.end];
}

function wordsAt({ text: { text } }: Side, at: Range | null): string | null {
  if (at === null) return null;
  const [start, end] = at;
  return end - start > LONGEST ? `${text.slice(start, start + LONGEST)}…` : text.slice(start, end);
}

function kindAround({ text: { tokens } }: Side, n: number): DifferenceKind {
  const { place, signs } = tokens[n]!;
  return place === 'publisher' ? (signs ?? place) : place === 'contact' ? place : 'words';
}

function kindOf(side: Side, n: number): DifferenceKind {
  const token = side.text.tokens[n]!;
  const { kind, place, signs } = token;
  if (place === 'publisher') return signs ?? place;
  if (place === 'contact' || place === 'procedure') return place;
  if (place === 'registry') return 'buyer';
  switch (kind) {
    case 'stage':
      return IS_NO_STAGE.has(stageOf(token.key)) || !isHeading(token) ? 'words' : 'stage';
    case 'procedure':
    case 'round':
    case 'lot':
    case 'phase':
    case 'section':
    case 'year':
    case 'price':
    case 'quantity':
    case 'number':
    case 'class':
    case 'model':
      return kind;
    case 'ordinal':
      return 'round';
    case 'date':
    case 'time':
      return place === 'deadline' || isLimit(side, n) ? 'deadline' : 'date';
    case 'phone':
    case 'mail':
    case 'url':
      return 'contact';
    default:
      return kindOfWords(side, n);
  }
}

/** Until when: a day before 前 or 截止, or behind such a word as до, by, before. */
function isLimit({ text: { text, tokens } }: Side, n: number): boolean {
  const { start, end } = tokens[n]!;
  return (
    /^[^\p{L}]{0,12}(?:前|截止|之前|以前|止)/u.test(text.slice(end, end + 16)) ||
    /(?<!\p{L})(?:до|by|before|until|not? later than|не пізніше)[^\p{L}]{0,12}$/iu.test(text.slice(Math.max(0, start - 24), start))
  );
}

function kindOfWords({ region, text }: Side, n: number): DifferenceKind {
  const { place } = text.tokens[n]!;
  if (place === 'buyer' || place === 'place' || place === 'deadline' || place === 'date' || place === 'price' || place === 'number')
    return place;
  if (place === 'title' || place === 'subject' || place === 'quantity') return 'goods';
  return region[n] === REGION.body ? 'words' : 'goods';
}

function isRunning({ kind }: Token): boolean {
  return kind === 'word' || kind === 'han' || kind === 'figure';
}
