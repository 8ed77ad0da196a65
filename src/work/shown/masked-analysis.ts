import type { Analysis } from '../../model/analysis.ts';
import type { FindingReason } from '../../model/finding.ts';
import type { Span } from '../../model/span.ts';
import { maskReading } from '../../recognise/parties/mask-parties.ts';

/** A text with what is said of it. */
export interface AnalysedText {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly analysis: Analysis;
}

/** An analysed text as it is shown unless somebody asks for more: private persons and ways to reach them are bullets wherever they stand. Spans stay. */
export function maskedText({ text, fields, analysis }: AnalysedText): AnalysedText {
  const masked = maskReading({ text, fields, mentions: analysis.mentions, trade: analysis });
  const quoted = <T extends Span & { readonly text: string }>(one: T): T => ({ ...one, text: masked.text.slice(one.start, one.end) });
  const reason = (one: FindingReason): FindingReason => {
    const { span } = one;
    if (span === undefined) return one;
    const open = text.slice(span.start, span.end);
    const shown = masked.text.slice(span.start, span.end);
    // A reason may say more than it quotes: which limit a value speaks for.
    return open === shown ? one : { ...one, text: one.text.includes(open) ? one.text.replaceAll(open, shown) : shown };
  };
  return {
    text: masked.text,
    fields: masked.fields,
    analysis: {
      ...analysis,
      ...masked.trade,
      mentions: masked.mentions,
      items: analysis.items.map(quoted),
      parameters: analysis.parameters.map(quoted),
      findings: analysis.findings.map((finding) => ({ ...finding, for: finding.for.map(reason), against: finding.against.map(reason) })),
    },
  };
}
