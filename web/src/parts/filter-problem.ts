import { Refused } from '../api/ask.ts';

/** What of a filter or of words cannot be read, where that is why an answer failed. */
export function filterProblem(error: unknown): string | null {
  return error instanceof Refused && error.problem.code === 'usage' ? (error.problem.errors?.[0]?.message ?? error.problem.detail) : null;
}
