import { shell } from './shell.ts';
import { terms } from './terms.ts';
import { inbox } from './inbox.ts';
import { notice } from './notice.ts';
import { search } from './search.ts';
import { cases } from './cases.ts';
import { claims } from './claims.ts';
import { screening } from './screening.ts';
import { sources } from './sources.ts';
import { lists } from './lists.ts';
import { catalogue } from './catalogue.ts';
import { publishers } from './publishers.ts';
import { settings } from './settings.ts';
import type { Words } from '../start-words.ts';

export const zh: Words = { shell, terms, inbox, notice, search, cases, claims, screening, sources, lists, catalogue, publishers, settings };
