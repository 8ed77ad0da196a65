import type { Failure } from '../fetch/fetch-result.ts';

/** What a visit says of the connection: the host was heard, was not, or nobody asked (robots.txt or the address rules forbade it, it is a file). */
export type HostAnswer = 'heard' | 'silent' | 'unasked';

export function answerOf(failure: Failure | null, asked = true): HostAnswer {
  if (!asked || failure?.kind === 'robots-forbidden' || failure?.kind === 'address-forbidden') return 'unasked';
  if (failure === null) return 'heard';
  return failure.lost === 'host' ? 'silent' : 'unasked';
}
