import type { Receipt } from '../../api/routes.gen.ts';

/** Whether names were written in, not sent as a file: several of them go as one request that has no columns. */
export function isByHand({ file, columns }: Pick<Receipt, 'file' | 'columns'>): boolean {
  return file === null || (file.name === 'request' && Object.keys(columns ?? {}).length === 0);
}
