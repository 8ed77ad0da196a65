import { OBSERVATION_STATES } from './observation.ts';
import type { PredicateField } from './parse-predicate.ts';

/** A field that an indicator may ask of a notice under analysis. `says` names it to a reader: "no word of …". */
export interface IndicatorField extends PredicateField {
  readonly says: string;
}

/** Everything that a predicate of `catalogue/indicators.yaml` can ask; `src/assess/indicators/facts.ts` answers. */
export const INDICATOR_FIELDS: readonly IndicatorField[] = [
  { name: 'goods', type: 'id', says: 'which goods are meant' },
  { name: 'civilUse', type: 'id', values: ['low', 'medium', 'high'], says: 'how civil the goods are' },
  { name: 'chpl', type: 'id', says: 'goods of the common high priority list' },
  { name: 'control', type: 'id', says: 'which control may apply' },
  { name: 'role', type: 'id', says: 'goods in another role' },
  { name: 'tradeName', type: 'id', says: 'a trade name' },
  { name: 'maker', type: 'id', says: 'who makes the goods' },
  { name: 'makerCountry', type: 'id', says: 'where the goods are made' },
  { name: 'intent', type: 'id', says: 'what is wanted' },
  { name: 'place', type: 'id', says: 'a place' },
  { name: 'destination', type: 'id', says: 'where the goods go' },
  { name: 'transit', type: 'id', says: 'which way the goods go' },
  { name: 'hub', type: 'id', says: 'a transshipment point as destination or transit' },
  { name: 'buyer', type: 'id', values: ['named', 'unnamed'], says: 'who buys' },
  { name: 'buyerPlace', type: 'id', says: 'where the buyer is' },
  { name: 'buyerTrade', type: 'id', says: 'what the buyer does' },
  { name: 'publisher', type: 'id', values: ['forItself', 'onBehalf'], says: 'for whom the publisher acts' },
  { name: 'endUser', type: 'id', values: ['named', 'unnamed'], says: 'who uses the goods' },
  { name: 'consignee', type: 'id', values: ['named', 'unnamed'], says: 'who receives the goods' },
  { name: 'channel', type: 'id', values: ['phone', 'ownMail', 'freeMail', 'messenger', 'portal'], says: 'another way to answer' },
  { name: 'phoneFits', type: 'id', values: ['yes', 'no'], says: 'whether the telephone is of the country of destination' },
  { name: 'deadlineDays', type: 'number', says: 'days from publication to the deadline' },
  { name: 'parameter', type: 'id', says: 'a technical value' },
  { name: 'quantity', type: 'number', says: 'how many' },
  { name: 'lang', type: 'id', says: 'the language' },
  { name: 'state', type: 'id', values: OBSERVATION_STATES, says: 'whether the notice still stands' },
  { name: 'versions', type: 'number', says: 'whether the notice was edited' },
  { name: 'copies', type: 'number', says: 'whether the same text stands elsewhere' },
  { name: 'listed', type: 'number', says: 'whether a listed party is named: it was screened against no list' },
  { name: 'list', type: 'id', says: 'which list names a party' },
];
