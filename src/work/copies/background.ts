import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../../copies/background.ts';
import type { Background } from '../../copies/background.ts';

let opened: Background | undefined;

/** What the package's catalogue knows of notices before it sees any, compiled once. Throws `catalogue-invalid`. */
export function openBackground(): Background {
  return (opened ??= createBackground(loadCopyKnowledge()));
}
