import type { Match } from '../../model/match.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import type { SetRow } from '../../store/screening-port.ts';
import { decisionKey, subjectOfCustomer } from './match-token.ts';
import type { JudgedMatch } from './judged-match.ts';
import type { Screening } from './open-screening.ts';

/** What a row of a kept set was screened with, and will be again. */
export interface RowSettings {
  readonly threshold: number;
  readonly limit: number;
}

const DEFAULT_LIMIT = 10;
/** Keys of customers that have none of their own. */
const NUMBERED = /^row \d+$/;

export function keyOfRow(row: number, key: string | undefined): string {
  return key ?? `row ${row}`;
}

/** The subject of a row's matches: the same as when its file was screened. */
export function subjectOfRow({ key, query }: Pick<SetRow, 'key' | 'query'>): string {
  return subjectOfCustomer(query, NUMBERED.test(key) ? undefined : key);
}

/** Of engine, knowledge, lists and settings: a row with another must be looked at again. */
export function rowRecipe({ recipe }: Pick<Screening, 'recipe'>, { threshold, limit }: RowSettings): string {
  return `${recipe}-${threshold}-${limit}`;
}

export function settingsOfRow({ recipe }: Pick<SetRow, 'recipe'>): RowSettings {
  const [, , threshold, limit] = recipe.split('-');
  return {
    threshold: threshold === undefined ? HIT_THRESHOLD : Number(threshold),
    limit: limit === undefined ? DEFAULT_LIMIT : Number(limit),
  };
}

/** Matches as a set keeps them: under short keys, and without decisions, which are looked up when they are shown. */
export function keptMatches(matches: readonly JudgedMatch[]): readonly Match[] {
  return matches.map(({ decision: _, ...match }) => ({ ...match, key: decisionKey(match.key) }));
}
