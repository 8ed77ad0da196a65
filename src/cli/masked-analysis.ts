import type { Analysis } from '../model/analysis.ts';
import type { FindingReason } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { maskReading } from '../recognise/parties/mask-parties.ts';

/** An analysis as it is shown unless somebody asks for more: private persons and ways to reach them are bullets wherever they are quoted. Spans stay. */
export function maskedAnalysis(text: string, fields: Readonly<Record<string, string>>, analysis: Analysis): Analysis {
  const masked = maskReading({ text, fields, mentions: analysis.mentions, trade: analysis });
  const quoted = <T extends Span & { readonly text: string }>(one: T): T => ({ ...one, text: masked.text.slice(one.start, one.end) });
  const reason = (one: FindingReason): FindingReason =>
    one.span === undefined ? one : { ...one, text: masked.text.slice(one.span.start, one.span.end) };
  return {
    ...analysis,
    ...masked.trade,
    mentions: masked.mentions,
    items: analysis.items.map(quoted),
    parameters: analysis.parameters.map(quoted),
    findings: analysis.findings.map((finding) => ({ ...finding, for: finding.for.map(reason), against: finding.against.map(reason) })),
  };
}
