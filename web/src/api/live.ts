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

/** Before a stream is asked for again that the server has refused. */
const AGAIN_MS = 10_000;
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
  source.addEventListener('error', () => {
    tell({ kind: 'connection', open: false });
    // The browser connects anew by itself, unless the answer was an error: a session that has ended, a proxy without its server.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => openAnew(source), AGAIN_MS);
  });
  return source;
}

/** What was told meanwhile is not known: whoever listens reads anew. */
function openAnew(closed: EventSource): void {
  if (stream !== closed) return;
  stream = open();
  stream.addEventListener('open', () => listeners.forEach((listener) => listener({ kind: 'reset' })), { once: true });
}

/** Calls back with all that the stream tells while the component is shown. */
export function useLive(heard: (what: Heard) => void): void {
  const act = useEffectEvent(heard);
  useEffect(() => listen((what) => act(what)), []);
}
