import { findEntity } from '../entities/find-entity.ts';
import { matchEntities } from '../entities/match-entities.ts';
import { searchEntities } from '../entities/search-entities.ts';
import { openIndex, screenNames } from './screen-names.ts';

/** What is asked of names and lists. */
export const NAME_TASKS = { openIndex, screenNames, matchEntities, searchEntities, findEntity } as const;
