import { expect, test } from 'vitest';
import { packagedListFacts } from '../../catalogue/list-facts.ts';
import { addBracketedName } from './bracketed-name.ts';
import { draftParty } from './party-draft.ts';

test.each([
  [
    'Test Academy of Propulsion (TAP)',
    { name: ['Test Academy of Propulsion (TAP)'], alias: ['Test Academy of Propulsion'], abbreviation: ['TAP'] },
  ],
  ['TEST BANK GROUP (TBG)', { name: ['TEST BANK GROUP (TBG)'], alias: ['TEST BANK GROUP'], abbreviation: ['TBG'] }],
  ['PJSC TEST BANK (KIEV)', { name: ['PJSC TEST BANK (KIEV)'] }],
  ['Test Bank (Belarus)', { name: ['Test Bank (Belarus)'] }],
  ['Plant 9, OAO (a.k.a., JSC Ninth Plant', { name: ['Plant 9, OAO'], alias: ['JSC Ninth Plant'] }],
  ["Ri Test (aka Ri Te'st) (DPRK individual)", { name: ['Ri Test'], alias: ["Ri Te'st"] }],
])('%s', (text, expected) => {
  const draft = draftParty(packagedListFacts(), 'Organization', 'f', 1);
  addBracketedName(draft, text);
  expect(Object.fromEntries([...draft.properties].map(([property, { list }]) => [property, list]))).toEqual(expected);
});
