import type { AlignedPart, Explanation, NamePartKind, PartLink } from '../model/match.ts';
import { isCalling, type ShownName, type ShownPart } from './name/name-part.ts';
import type { Alignment } from './score/alignment.ts';
import type { QualifierVerdict } from './score/qualifiers.ts';
import type { QueryTable } from './score/query-table.ts';

/** Puts an alignment into words that a reviewer can read: what stands for what, and how; then what stands alone on either side. */
export function explain(
  query: ShownName & { readonly name: string },
  listed: ShownName,
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
    const pair: AlignedPart = { a, b, kind: kindOf(mine, theirs), link: linkOf(mine, theirs, same(a, b), similarity), similarity };
    // Words of two concepts each (ВНИИ, 研究所) correspond in both: that is one thing to read.
    if (!alignment.some((one) => one.a === a && one.b === b && one.kind === pair.kind && one.link === pair.link)) alignment.push(pair);
  }
  alignment.sort((x, y) => query.name.indexOf(x.a ?? '') - query.name.indexOf(y.a ?? ''));
  const mineLeft = partsIn(query.parts, ~aligned.usedQuery);
  const theirsLeft = partsIn(listed.parts, ~aligned.usedListed);
  const bothOpen = mineLeft.some(isWord) && theirsLeft.some(isWord);
  for (const { text, kind } of mineLeft)
    if (kind !== 'particle') alignment.push({ a: text, b: null, kind, link: alone(kind, bothOpen), similarity: 0 });
  for (const { text, kind } of theirsLeft)
    if (kind !== 'particle') alignment.push({ a: null, b: text, kind, link: alone(kind, bothOpen), similarity: 0 });
  const against = [...facts.against];
  if (query.piece === true || listed.piece === true) against.unshift('one name is only a part of what is written');
  if (conflicting(alignment, 'number')) against.unshift('the numbers differ');
  if (conflicting(alignment, 'place')) against.unshift('the places differ');
  return { text: alignment.map(lineOf).join('; '), alignment, for: facts.for, against };
}

/** The parts whose bits are set. */
function partsIn(parts: readonly ShownPart[], mask: number): readonly ShownPart[] {
  const among: ShownPart[] = [];
  for (let at = 0; at < parts.length; at += 1) if ((mask & (1 << at)) !== 0) among.push(parts[at]!);
  return among;
}

function isWord({ kind }: ShownPart): boolean {
  return kind === 'word';
}

/** A word that stands alone contradicts where the other name has one too. */
function alone(kind: NamePartKind, bothOpen: boolean): PartLink {
  return bothOpen && kind === 'word' ? 'different' : 'missing';
}

function textOf(parts: readonly ShownPart[]): string {
  if (parts.length === 1) return parts[0]?.text ?? '';
  return parts
    .map((part) => part.text)
    .filter((text, n, all) => text !== all[n - 1])
    .join(' ');
}

function kindOf(mine: readonly ShownPart[], theirs: readonly ShownPart[]): NamePartKind {
  const a = mine[0]?.kind ?? 'word';
  const b = theirs[0]?.kind ?? 'word';
  return a === 'word' ? (b === 'initial' ? 'initial' : b === 'word' ? 'word' : b) : a;
}

function linkOf(mine: readonly ShownPart[], theirs: readonly ShownPart[], equal: boolean, similarity: number): PartLink {
  const a = mine[0];
  const b = theirs[0];
  if (a === undefined || b === undefined) return 'missing';
  if (equal) return 'same';
  if (mine.length === 1 && theirs.length === 1 && (a.kind === 'initial' || b.kind === 'initial')) return 'initial';
  const concept = a.keys.find((key) => (key.startsWith('#') || key.startsWith('=')) && b.keys.includes(key));
  if (concept !== undefined) return concept.startsWith('=') ? 'same' : 'translation';
  if (isCalling(a) || isCalling(b)) return 'translation';
  if (mine.length > 1 || theirs.length > 1) return 'joined';
  if (a.by === 'reading' || b.by === 'reading') return 'reading';
  return similarity > 0.99 ? 'spelling' : 'typing';
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function conflicting(alignment: readonly AlignedPart[], kind: NamePartKind): boolean {
  let mine = false;
  let theirs = false;
  for (const part of alignment) {
    if (part.kind !== kind) continue;
    if (part.a === null) theirs = true;
    if (part.b === null) mine = true;
  }
  return mine && theirs;
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
