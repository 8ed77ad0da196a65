import type { Store } from '../../store/port.ts';
import type { OpenColumns } from '../columns/open-columns.ts';
import type { HomePaths } from '../home.ts';
import * as cases from './case-tasks.ts';
import * as notices from './notice-tasks.ts';
import { homeCounts } from './home-counts.ts';
import { newestNotices } from './newest-notices.ts';
import { noticesBytes, noticesPage } from './notices-page.ts';
import { searchPage } from './search-page.ts';

/** What a reading thread works with: the store is open for reading alone. */
export interface Reading {
  readonly store: Store;
  readonly paths: HomePaths;
  /** All notices by column. */
  readonly columns: OpenColumns;
}

/** What reading threads can be asked, by name. What goes in and out is copied between threads. */
export const TASKS = { noticesPage, noticesBytes, searchPage, newestNotices, homeCounts, ...notices, ...cases } as const;

export type Tasks = typeof TASKS;
