import { useLive } from './live.ts';
import { answers } from './queries.ts';

/**
 * What is kept of a notice is asked for anew when it becomes another, whichever screen shows it or none. For the frame of all screens: as long as it is shown the
 * stream stays open, so that nothing is missed between one screen and the next.
 */
export function useFreshNotices(): void {
  useLive((heard) => {
    if (heard.kind === 'reset') void answers.invalidateQueries();
    if (heard.kind === 'change')
      void answers.invalidateQueries({ predicate: ({ queryKey: [name, given] }) => isRead(name) && isOf(given, heard.change.notice) });
  });
}

function isRead(name: unknown): boolean {
  return typeof name === 'string' && name.startsWith('GET /api/v1/notices/:id');
}

function isOf(given: unknown, notice: string): boolean {
  const { params } = (given ?? {}) as { readonly params?: { readonly id?: unknown } };
  return params?.id === notice;
}
