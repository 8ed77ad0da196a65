import { expect } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import type { PartySchema } from '../../model/party.ts';
import { compareNames } from '../compare.ts';
import { compileNameKnowledge } from '../knowledge.ts';

/** A test of two names of parties of a schema: whether they are told as one party's, either way round. */
export function toldAs(schema: PartySchema): (one: boolean) => (a: string, b: string) => void {
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const match = (a: string, b: string): boolean => compareNames({ name: a, schema }, { name: b, schema }, knowledge).match;
  return (one) => (a, b) => {
    expect([match(a, b), match(b, a)]).toEqual([one, one]);
  };
}
