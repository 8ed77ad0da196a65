import { FIRST } from './migrations/001-first.ts';

/** Every step from an empty file to the newest schema. Only ever add at the end: a released step never changes. */
export const MIGRATIONS: readonly string[] = [FIRST];
