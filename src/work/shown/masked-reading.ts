import type { StoredReading } from '../../model/notice.ts';
import { openAnalyser } from '../analyser.ts';
import { maskedText } from './masked-analysis.ts';

/** Title and text of a stored reading with private persons and ways to reach them as bullets; offsets stay. */
export function maskedReading({
  reading: { text, lang, fields, title },
  mentions,
  recipe,
}: Pick<StoredReading, 'reading' | 'mentions' | 'recipe'>): {
  readonly title: string | null;
  readonly text: string;
} {
  const context = { fields, publishedAt: null, state: null, versions: null, copies: null, listed: null };
  const analysis = openAnalyser().analyse(text, { lang, mentions, goods: [], recipe }, context, '9999-12-31');
  const masked = maskedText({ text, fields: { '': title ?? '' }, analysis });
  return { title: title === null ? null : (masked.fields[''] ?? ''), text: masked.text };
}
