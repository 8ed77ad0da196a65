import type { CopyText } from '../../copies/prepared-text.ts';
import type { CopyFact } from '../../model/copy.ts';
import type { Parameter } from '../../model/parameter.ts';
import { openAnalyser } from '../analyser.ts';
import { openScanner } from '../knowledge.ts';
import { factsOfMentions } from './facts-of-text.ts';

/** A text with what is recognised in it, for the judgement of pairs. `today` is an ISO time. */
export function recognisedText(text: string, today: string): CopyText {
  const scan = openScanner().scan(text);
  const context = { fields: {}, publishedAt: null, state: null, versions: null, copies: null, listed: null };
  const { mentions, parameters } = openAnalyser().analyse(text, scan, context, today);
  return { text, lang: scan.lang, facts: [...factsOfMentions(mentions), ...parameters.flatMap(factOfParameter)] };
}

/** Values are in base units: 5 公里 and 5000 м are one. */
function factOfParameter({ measured, low, high, start, end }: Parameter): readonly CopyFact[] {
  if (measured === 'other' || measured === 'count') return [];
  return [{ kind: 'parameter', key: `${measured} ${low ?? ''}–${high ?? ''}`, start, end }];
}
