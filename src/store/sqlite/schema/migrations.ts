import { FIRST } from './migrations/001-first.ts';
import { HURRIED_AND_BELIEVED } from './migrations/002-hurried-and-believed.ts';
import { SCREENING } from './migrations/003-screening.ts';
import { ALERTS } from './migrations/004-alerts.ts';
import { PACKAGES } from './migrations/005-packages.ts';
import { ANCHORS } from './migrations/006-anchors.ts';
import { COPIES } from './migrations/007-copies.ts';
import { PUBLISHERS } from './migrations/008-publishers.ts';
import { LEARNED_PAGES } from './migrations/009-learned-pages.ts';
import { EXTRAS } from './migrations/010-extras.ts';
import { FORGETS } from './migrations/011-forgets.ts';
import { ASKED_ONCE } from './migrations/012-asked-once.ts';
import { CASES } from './migrations/013-cases.ts';
import { ACCOUNTS } from './migrations/014-accounts.ts';
import { NEWS } from './migrations/015-news.ts';
import { TOLD_TRIAGE } from './migrations/016-told-triage.ts';
import { REPORTS } from './migrations/017-reports.ts';
import { UNTOLD_MATCHES } from './migrations/018-untold-matches.ts';
import { KNOWN_COPIES } from './migrations/019-known-copies.ts';
import { UNREAD_VALUES } from './migrations/020-unread-values.ts';

/** Every step from an empty file to the newest schema. Only ever add at the end: a released step never changes. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  HURRIED_AND_BELIEVED,
  SCREENING,
  ALERTS,
  PACKAGES,
  ANCHORS,
  COPIES,
  PUBLISHERS,
  LEARNED_PAGES,
  EXTRAS,
  FORGETS,
  ASKED_ONCE,
  CASES,
  ACCOUNTS,
  NEWS,
  TOLD_TRIAGE,
  REPORTS,
  UNTOLD_MATCHES,
  KNOWN_COPIES,
  UNREAD_VALUES,
];
