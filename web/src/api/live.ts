import { useEffect, useEffectEvent } from 'react';

/** What became other of a notice, as the server's stream tells it. */
export interface Change {
  readonly notice: string;
  readonly at: string;
  readonly kind: 'new' | 'state' | 'content' | 'triage' | 'copy';
  readonly from: string | null;
  readonly to: string | null;
}

type Heard =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'reset' }
  | { readonly kind: 'connection'; readonly open: boolean };

const listeners = new Set<(heard: Heard) => void>();
let stream: EventSource | undefined;

/** One stream for the whole page, open as long as anybody listens. */
function listen(listener: (heard: Heard) => void): () => void {
  listeners.add(listener);
  stream ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stream?.close();
    stream = undefined;
  };
}

function open(): EventSource {
  const source = new EventSource('/api/v1/changes');
  const tell = (heard: Heard): void => listeners.forEach((listener) => listener(heard));
  source.addEventListener('change', (event) => tell({ kind: 'change', change: JSON.parse(String(event.data)) as Change }));
  source.addEventListener('reset', () => tell({ kind: 'reset' }));
  source.addEventListener('open', () => tell({ kind: 'connection', open: true }));
  source.addEventListener('error', () => tell({ kind: 'connection', open: false }));
  return source;
}

/** Calls back with all that the stream tells while the component is shown. */
export function useLive(heard: (what: Heard) => void): void {
  const act = useEffectEvent(heard);
  useEffect(() => listen((what) => act(what)), []);
}
