import type { Mention } from '../../api/routes.gen.ts';

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly mention: Mention | null;
}

/** A text cut where mentions begin and end; of mentions that overlap the one that begins first, the longest of those, and goods before all else. */
export function scannedPieces(text: string, mentions: readonly Mention[]): readonly Piece[] {
  const rank = ({ kind }: Mention): number => (kind === 'good' || kind === 'tradeName' ? 0 : 1);
  const ordered = mentions.toSorted((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) pieces.push({ start: at, text: text.slice(at, to), mention: null });
  };
  for (const mention of ordered) {
    if (mention.start < at || mention.end <= mention.start) continue;
    plain(mention.start);
    pieces.push({ start: mention.start, text: text.slice(mention.start, mention.end), mention });
    at = mention.end;
  }
  plain(text.length);
  return pieces;
}
