import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { encodeName } from '../score/encoded-name.ts';
import type { AnalysedName } from '../name/name-part.ts';
import { readingsFor } from '../name/readings-for.ts';
import { pushSpans, shownName } from './part-spans.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

/** A name encoded behind another number, and read again as it is shown. */
function shownAgain(analysed: AnalysedName): ReturnType<typeof shownName> {
  const keys: string[] = [];
  const data: number[] = [0];
  const spans: number[] = [7];
  encodeName(analysed, (key) => keys.push(key) - 1, data, true);
  pushSpans(analysed, (span) => spans.push(span));
  return shownName(
    analysed.name,
    { data: Uint32Array.from(data), offset: 1 },
    { spans: Uint32Array.from(spans), first: 1 },
    (unit) => keys[unit]!,
  );
}

test('a name is shown as it was analysed: persons and bodies, in every script, whole and in pieces', () => {
  const names = [
    ['Иванов Иван Иванович', 'Person'],
    ['J. A. Smith Jr', 'Person'],
    ['محمد بن سلمان', 'Person'],
    ['ООО «Бета» (Beta LLC)', 'Company'],
    ['广州海格通信集团股份有限公司', 'Company'],
    ['НИИ Спецмаш', 'Company'],
  ] as const;
  for (const [name, schema] of names)
    for (const analysed of readingsFor(name, schema, KNOWLEDGE))
      expect(shownAgain(analysed)).toEqual({
        piece: analysed.piece === true,
        parts: analysed.parts.map(({ kind, text, by, keys }) => ({ kind, text, by, keys })),
      });
});

test('a part that is not written as it stands in the name leaves the name to be analysed again', () => {
  const [beta] = readingsFor('Beta Trading', 'Company', KNOWLEDGE);
  expect(shownAgain(beta!)?.parts[0]?.text).toBe('Beta');
  expect(shownAgain({ ...beta!, parts: beta!.parts.map((part, n) => (n === 0 ? { ...part, text: 'Beta Beta' } : part)) })).toBeUndefined();
});
