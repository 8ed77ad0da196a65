import { escaped } from '../../text/escaped.ts';

/** The page that shows a package, or one page of it as it was at a time. */
export function viewerPage({
  id,
  url,
  ts,
}: {
  readonly id: string;
  readonly url: string | undefined;
  readonly ts: string | undefined;
}): string {
  const page = url === undefined ? '' : ` url="${escaped(url)}"${ts === undefined ? '' : ` ts="${escaped(ts.replaceAll(/\D/g, ''))}"`}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dualwatch: evidence package</title>
<style>html,body{margin:0;height:100%}replay-web-page{display:block;height:100%}</style><script src="/ui.js"></script></head>
<body><replay-web-page source="/package/${id}.wacz" replayBase="/replay/" embed="replayonly"${page}></replay-web-page></body></html>
`;
}

/**
 * What the viewer's own page may do. It makes frames for what it replays and starts its service worker, which compiles WebAssembly; `desk`: who may frame it.
 */
export function pagePolicy(desk: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${desk.join(' ')}`,
  ].join('; ');
}

/** What the service worker may do: it answers for the pages that it replays, and whatever they ask for goes no further than this server. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
