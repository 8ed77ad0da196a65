import type { WordKey } from '../../words/use-words.ts';

/** What kinds of codes are called. */
export const SCHEMES: Readonly<Record<string, WordKey<'catalogue'>>> = {
  hs: 'schemeHs',
  control: 'schemeControl',
  okpd2: 'schemeOkpd2',
  cpv: 'schemeCpv',
  unspsc: 'schemeUnspsc',
  fsc: 'schemeFsc',
  nsn: 'schemeNsn',
  psc: 'schemePsc',
  cas: 'schemeCas',
  cnProcurement: 'schemeCnProcurement',
  partNumber: 'schemePartNumber',
  eccn: 'schemeEccn',
  cnTariff: 'schemeCnTariff',
  cnControl: 'schemeCnControl',
};
