import { createHash } from 'node:crypto';

/**
 * True for the half of listed parties that no tuning, training or vocabulary may look at: the first byte of SHA-256 of the primary name,
 * trimmed and in lower case, is odd.
 */
export function isHeldOut(primaryName: string): boolean {
  return ((createHash('sha256').update(primaryName.trim().toLowerCase(), 'utf8').digest()[0] ?? 0) & 1) === 1;
}
