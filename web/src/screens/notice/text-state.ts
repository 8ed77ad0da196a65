import type { NoticeInFull } from '../../api/routes.gen.ts';

/** Whether the text of a notice is there; if not, whether it is still to come (`unvisited`: no visit was made yet; `reading`: a visit brought one, which is being read) or no visit has brought any. */
export type TextState = 'read' | 'reading' | 'unvisited' | 'none';

export function textState({ reading, observations, captures }: Pick<NoticeInFull, 'reading' | 'observations' | 'captures'>): TextState {
  if (reading !== null) return 'read';
  if (observations.length === 0) return 'unvisited';
  const forgotten = new Set(captures.flatMap((capture) => (capture.forgotten === null ? [] : [capture.sha256])));
  const toCome = observations.some(({ reading: digest, capture, confirms }) => {
    const bytes = capture ?? confirms;
    return digest !== null && (bytes === null || !forgotten.has(bytes));
  });
  return toCome ? 'reading' : 'none';
}

/** Whether findings, priority and matches of a notice say anything yet. */
export function isJudged(notice: Parameters<typeof textState>[0]): boolean {
  const state = textState(notice);
  return state === 'read' || state === 'none';
}
