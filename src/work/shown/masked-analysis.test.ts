import { expect, test } from 'vitest';
import type { FindingReason } from '../../model/finding.ts';
import { openAnalyser } from '../../work/analyser.ts';
import { openScanner } from '../../work/knowledge.ts';
import { maskedText } from './masked-analysis.ts';

const TEXT = '求购无人机干扰器20台，干扰距离大于6公里。联系人：王小明，电话：13812345678';
const CONTEXT = { fields: {}, publishedAt: null, state: null, versions: null, copies: null, listed: null };
const analysis = openAnalyser().analyse(TEXT, openScanner().scan(TEXT), CONTEXT, '2026-01-01T00:00:00Z');

test('a reason keeps what it says beside its quotation', () => {
  const { findings } = maskedText({ text: TEXT, fields: {}, analysis }).analysis;
  expect(findings).toEqual(analysis.findings);
  expect(findings.flatMap((finding) => finding.for.map((reason) => reason.text))).toContain('干扰距离 6公里: jamming range > 5 km');
});

test('a reason quotes nobody who is masked in the text', () => {
  const quoting = (words: string, text: string): FindingReason => {
    const start = TEXT.indexOf(words);
    return { text, span: { start, end: start + words.length } };
  };
  const [finding] = analysis.findings;
  if (finding === undefined) throw new Error('the text shows nothing');
  const said = [quoting('13812345678', '13812345678: a mobile number'), quoting('王小明', 'a person')];
  const shown = maskedText({ text: TEXT, fields: {}, analysis: { ...analysis, findings: [{ ...finding, for: said }] } });
  expect(shown.analysis.findings[0]?.for.map(({ text }) => text)).toEqual(['•••••••••••: a mobile number', '•••']);
});
