import type { Analysis } from '../../model/analysis.ts';
import { openAnalyser } from '../analyser.ts';
import { openScanner } from '../knowledge.ts';
import { maskedText } from './masked-analysis.ts';

/** Says of any text what it mentions, as of today. */
export interface AnswerScanner {
  scan(text: string, fields?: Readonly<Record<string, string>>): Analysis;
}

/** Scans and analyses, as of today; masked unless `reveal`. */
export function answerScanner(reveal: boolean): AnswerScanner {
  const scanner = openScanner();
  const analyser = openAnalyser();
  const today = new Date().toISOString();
  return {
    scan(text, fields = {}) {
      const context = { fields, publishedAt: null, state: null, versions: null, copies: null, listed: null };
      const analysis = analyser.analyse(text, scanner.scan(text, { rules: true }), context, today);
      return reveal ? analysis : maskedText({ text, fields, analysis }).analysis;
    },
  };
}
