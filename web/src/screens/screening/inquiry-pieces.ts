import type { Mention } from '../../api/routes.gen.ts';

/** A stretch of the text that stands under one mark, or under none. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly kind: Mention['kind'] | 'listed' | null;
  readonly counted: boolean;
  /** What its mark says of it: concept, id or name of a listed party. */
  readonly mention: Mention | null;
  readonly listed: string | null;
}

interface Listed {
  readonly start: number;
  readonly end: number;
  readonly caption: string;
}

/** A text cut where marks begin and end, in order. Listed parties come before goods, goods before all else; of marks that overlap, the first stays whole. */
export function inquiryPieces(text: string, mentions: readonly Mention[], listed: readonly Listed[]): readonly Piece[] {
  const marks = [
    ...listed.filter(({ start, end }) => end > start).map(({ start, end, caption }) => ({ start, end, rank: 0, mention: null, caption })),
    ...mentions.map((mention) => ({
      start: mention.start,
      end: mention.end,
      rank: mention.kind === 'good' || mention.kind === 'tradeName' ? 1 : 2,
      mention,
      caption: null,
    })),
  ].toSorted((a, b) => a.start - b.start || a.rank - b.rank || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) pieces.push({ start: at, text: text.slice(at, to), kind: null, counted: false, mention: null, listed: null });
  };
  for (const { start, end, mention, caption } of marks) {
    if (start < at || end <= start || end > text.length) continue;
    plain(start);
    const kind = mention === null ? 'listed' : mention.kind;
    pieces.push({ start, text: text.slice(start, end), kind, counted: mention?.counted ?? true, mention, listed: caption });
    at = end;
  }
  plain(text.length);
  return pieces;
}
