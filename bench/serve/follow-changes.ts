import { get } from 'node:http';

/** Follows the changes that a server streams; collects the notices that were told to be seen. */
export function followChanges(base: string): { readonly seen: ReadonlySet<string>; readonly events: () => number; close(): void } {
  const seen = new Set<string>();
  let events = 0;
  let rest = '';
  const asked = get(`${base}/api/v1/changes`, { headers: { accept: 'text/event-stream' } }, (answer) => {
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data === undefined) continue;
        events += 1;
        const { notice, kind, to } = JSON.parse(data) as { readonly notice?: string; readonly kind?: string; readonly to?: string };
        if (notice !== undefined && kind === 'state' && to === 'present') seen.add(notice);
      }
    });
    answer.on('error', () => undefined);
  });
  asked.on('error', () => undefined);
  return { seen, events: () => events, close: () => void asked.destroy() };
}
