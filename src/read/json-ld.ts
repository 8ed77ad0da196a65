import type { Page } from './page.ts';

/** What a page's JSON-LD says of its article. */
export interface LinkedData {
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
}

const MAX_BYTES = 500_000;
const MAX_NODES = 2000;
const NOTHING: LinkedData = { published: null, author: null, publisher: null };

/** Reads the first JSON-LD node that states when it was published. Broken JSON is passed over. */
export function linkedDataOf(page: Page): LinkedData {
  for (const script of page.scripts) {
    if (!/ld\+json/i.test(script.type) || script.end - script.start > MAX_BYTES) continue;
    let data: unknown;
    try {
      data = JSON.parse(page.scriptText(script));
    } catch {
      continue;
    }
    const found = search(data);
    if (found !== null) return found;
  }
  return NOTHING;
}

function search(data: unknown): LinkedData | null {
  const queue: unknown[] = [data];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    if (!isRecord(node)) continue;
    const published = text(node['datePublished']);
    if (published !== null) return { published, author: nameOf(node['author']), publisher: nameOf(node['publisher']) };
    for (const member of Object.values(node)) if (queue.length < MAX_NODES && typeof member === 'object') queue.push(member);
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function nameOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  return isRecord(first) ? text(first['name']) : text(first);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
