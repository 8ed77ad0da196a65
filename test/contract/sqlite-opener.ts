import { openSqliteStore } from '../../src/store/sqlite/open.ts';

export const openStore = (target: string) => openSqliteStore(target, { create: true });
