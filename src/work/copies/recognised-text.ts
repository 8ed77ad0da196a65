import type { CopyText } from '../../copies/prepared-text.ts';
import type { CopyFact } from '../../model/copy.ts';
import type { Parameter } from '../../model/parameter.ts';
import { detectLanguage } from '../../text/language.ts';
import { openAnalyser } from '../analyser.ts';
import { openScanner } from '../knowledge.ts';
import { factsOfMentions } from './facts-of-text.ts';

/**
 * Two texts for the judgement of pairs. What they mention is recognised where their languages differ: only then are words no measure.
 * `today` is an ISO time.
 */
export function textsToJudge(a: string, b: string, today: string): readonly [CopyText, CopyText] {
  const [langA, langB] = [detectLanguage(a), detectLanguage(b)];
  if (langA === langB)
    return [
      { text: a, lang: langA },
      { text: b, lang: langB },
    ];
  return [recognisedText(a, today), recognisedText(b, today)];
}

function recognisedText(text: string, today: string): CopyText {
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
