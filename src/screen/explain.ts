import type { AlignedPart, Explanation, NamePartKind, PartLink } from '../model/match.ts';
import type { AnalysedName, NamePart } from './name/name-part.ts';
import type { Alignment } from './score/alignment.ts';
import type { QualifierVerdict } from './score/qualifiers.ts';
import type { QueryTable } from './score/query-table.ts';

/** Puts an alignment into words that a reviewer can read: what stands for what, and how; then what stands alone on either side. */
export function explain(
  query: AnalysedName,
  listed: AnalysedName,
  table: QueryTable,
  aligned: Alignment,
  facts: Pick<QualifierVerdict, 'for' | 'against'>,
): Explanation {
  const alignment: AlignedPart[] = [];
  for (let n = 0; n < aligned.pairs; n += 1) {
    const mask = table.mask[aligned.pairQuery[n]!]!;
    const first = aligned.pairFirst[n]!;
    const mine = partsIn(query.parts, mask);
    const theirs = listed.parts.slice(first, first + aligned.pairLength[n]!);
    const similarity = Math.round(aligned.pairSimilarity[n]! * 100) / 100;
    const a = textOf(mine);
    const b = textOf(theirs);
    alignment.push({ a, b, kind: kindOf(mine, theirs), link: linkOf(mine, theirs, same(a, b), similarity), similarity });
  }
  alignment.sort((x, y) => query.name.indexOf(x.a ?? '') - query.name.indexOf(y.a ?? ''));
  const left = (parts: readonly NamePart[], used: number, side: 'a' | 'b', other: boolean): void => {
    for (const [at, part] of parts.entries()) {
      if ((used & (1 << at)) !== 0 || part.kind === 'particle') continue;
      const link: PartLink = other && part.kind === 'word' ? 'different' : 'missing';
      alignment.push({ a: side === 'a' ? part.text : null, b: side === 'b' ? part.text : null, kind: part.kind, link, similarity: 0 });
    }
  };
  const open = (parts: readonly NamePart[], used: number): boolean =>
    parts.some((part, at) => part.kind === 'word' && (used & (1 << at)) === 0);
  const bothOpen = open(query.parts, aligned.usedQuery) && open(listed.parts, aligned.usedListed);
  left(query.parts, aligned.usedQuery, 'a', bothOpen);
  left(listed.parts, aligned.usedListed, 'b', bothOpen);
  const against = [...facts.against];
  if (query.piece === true || listed.piece === true) against.unshift('one name is only a part of what is written');
  if (conflicting(alignment, 'number')) against.unshift('the numbers differ');
  if (conflicting(alignment, 'place')) against.unshift('the places differ');
  return { text: alignment.map(lineOf).join('; '), alignment, for: facts.for, against };
}

/** The parts whose bits are set. */
function partsIn(parts: readonly NamePart[], mask: number): readonly NamePart[] {
  const among: NamePart[] = [];
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const part = parts[31 - Math.clz32(bits & -bits)];
    if (part !== undefined) among.push(part);
  }
  return among;
}

function textOf(parts: readonly NamePart[]): string {
  if (parts.length === 1) return parts[0]?.text ?? '';
  return parts
    .map((part) => part.text)
    .filter((text, n, all) => text !== all[n - 1])
    .join(' ');
}

function kindOf(mine: readonly NamePart[], theirs: readonly NamePart[]): NamePartKind {
  const a = mine[0]?.kind ?? 'word';
  const b = theirs[0]?.kind ?? 'word';
  return a === 'word' ? (b === 'initial' ? 'initial' : b === 'word' ? 'word' : b) : a;
}

function linkOf(mine: readonly NamePart[], theirs: readonly NamePart[], equal: boolean, similarity: number): PartLink {
  const a = mine[0];
  const b = theirs[0];
  if (a === undefined || b === undefined) return 'missing';
  if (equal) return 'same';
  if (a.kind === 'initial' || b.kind === 'initial') return 'initial';
  const concept = a.keys.find((key) => (key.startsWith('#') || key.startsWith('=')) && b.keys.includes(key));
  if (concept !== undefined) return concept.startsWith('=') ? 'same' : 'translation';
  if (mine.length > 1 || theirs.length > 1) return 'joined';
  if (a.by === 'reading' || b.by === 'reading') return 'reading';
  return similarity > 0.99 ? 'spelling' : 'typing';
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function conflicting(alignment: readonly AlignedPart[], kind: NamePartKind): boolean {
  return alignment.some((part) => part.kind === kind && part.a === null) && alignment.some((part) => part.kind === kind && part.b === null);
}

const KIND_WORDS: Readonly<Record<NamePartKind, string>> = {
  word: '',
  initial: 'initial',
  place: 'place',
  trade: 'trade word',
  form: 'form',
  number: 'number',
  title: 'title',
  particle: 'particle',
};

function lineOf({ a, b, kind, link, similarity }: AlignedPart): string {
  const word = KIND_WORDS[kind];
  const how =
    link === 'typing' ? `alike ${similarity.toFixed(2)}` : link === 'same' || link === 'translation' || link === 'initial' ? '' : link;
  const what = word === '' || how === '' ? word + how : `${word}, ${how}`;
  const pair = a === null ? `– ${b}` : b === null ? `${a} –` : `${a} ${link === 'same' || link === 'translation' ? '=' : '↔'} ${b}`;
  return what === '' ? pair : `${pair} ${what}`;
}
