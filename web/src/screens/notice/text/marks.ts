import type { NoticeInFull } from '../../../api/routes.gen.ts';
import type { Span } from '../place.ts';

type Of<List extends readonly unknown[]> = List[number];

/** What stands at a span of the text; each is drawn as its kind. */
export type Marked =
  | { readonly kind: Of<NoticeInFull['mentions']>['kind']; readonly mention: Of<NoticeInFull['mentions']> }
  | { readonly kind: 'party'; readonly party: Of<NoticeInFull['parties']> }
  | { readonly kind: 'term'; readonly term: Of<NoticeInFull['terms']> }
  | { readonly kind: 'parameter'; readonly parameter: Of<NoticeInFull['parameters']> }
  | { readonly kind: 'listed'; readonly match: Of<NoticeInFull['matches']> }
  | { readonly kind: 'finding' };

export type Mark = Span & { readonly counted: boolean } & Marked;

/** A text with what was recognised in it: of a notice, or any that was scanned. */
export type MarkedText = Pick<NoticeInFull, 'mentions' | 'parties' | 'terms' | 'parameters' | 'matches' | 'findings'> & {
  readonly reading: { readonly text: string } | null;
};

/** All marks of a notice's text in the order of their starts, the longer first. Spans of findings get a mark of their own only where nothing else has just that span. */
export function marksOf(notice: MarkedText): readonly Mark[] {
  const length = notice.reading?.text.length ?? 0;
  const inText = ({ start, end }: Span): boolean => start >= 0 && end > start && end <= length;
  const marks: Mark[] = [
    ...notice.matches
      .filter(({ field }) => field === undefined)
      .map((match) => ({ ...spanOf(match), kind: 'listed' as const, counted: true, match })),
    ...notice.mentions.map((mention) => ({ ...spanOf(mention), kind: mention.kind, counted: mention.counted, mention })),
    ...notice.parties
      .filter(({ field }) => field === undefined)
      .map((party) => ({ ...spanOf(party), kind: 'party' as const, counted: party.named, party })),
    ...notice.terms.map((term) => ({ ...spanOf(term), kind: 'term' as const, counted: false, term })),
    ...notice.parameters.map((parameter) => ({ ...spanOf(parameter), kind: 'parameter' as const, counted: true, parameter })),
  ].filter(inText);
  const taken = new Set(marks.map(keyOf));
  for (const span of notice.findings.flatMap(spansOfFinding)) {
    if (!inText(span) || taken.has(keyOf(span))) continue;
    taken.add(keyOf(span));
    marks.push({ ...spanOf(span), kind: 'finding', counted: false });
  }
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

export function spansOfFinding(finding: NoticeInFull['findings'][number]): readonly Span[] {
  return [...finding.for, ...finding.against].flatMap(({ span }) => (span === undefined ? [] : [span]));
}

export function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
