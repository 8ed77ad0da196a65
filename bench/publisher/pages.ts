import { hash } from 'node:crypto';

const SENTENCES = [
  '现采购办公设备一批，具体要求见附件，请有意向的供应商按时递交响应文件。',
  'Запрос котировок на поставку канцелярских товаров для нужд учреждения.',
  'The contracting authority invites tenders for the maintenance of heating systems in public buildings.',
  'Закупівля послуг з прибирання приміщень навчального закладу.',
  '求购无人机探测器及其配套设备，数量二十套，交货期三十天。',
];
const NAVIGATION = Array.from({ length: 60 }, (_, n) => `<li><a href="/section/${n}">Section ${n}</a></li>`).join('');
const BODY_START = /<div[^>]*id="js_content"[^>]*>/;

export interface PageOrder {
  readonly key: string;
  readonly version: number;
  readonly bytes: number;
  readonly specimen: Buffer | undefined;
  readonly nonce: string | undefined;
}

/** A notice in an ordinary page of about `bytes`, or a real page with the notice's own words at the top of its body. */
export function makePage({ key, version, bytes, specimen, nonce }: PageOrder): Buffer {
  const own = `<p>Notice ${key}, version ${version}: ${SENTENCES[version % SENTENCES.length] ?? ''}</p>`;
  const script = nonce === undefined ? '' : `<script>var visit="${nonce}"</script>`;
  if (specimen) {
    const at = split(specimen);
    const page = renamed(partsOf(specimen), key);
    return Buffer.concat([page.subarray(0, at), Buffer.from(script + own), page.subarray(at)]);
  }
  const seed = [...key].reduce((sum, char) => sum + char.charCodeAt(0), 0);
  const paragraphs: string[] = [own];
  for (let size = 0, n = seed; size < bytes * 0.45; n += 1) {
    const text = `<p>${SENTENCES[n % 4] ?? ''} (${key}, ${n})</p>`;
    paragraphs.push(text);
    size += Buffer.byteLength(text);
  }
  const filler = `<style>${'.x{margin:0;padding:0;color:#333}\n'.repeat(Math.max(1, Math.floor((bytes * 0.35) / 36)))}</style>`;
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Notice ${key}</title>${filler}${script}</head><body><nav><ul>${NAVIGATION}</ul></nav><main><h1>Notice ${key}</h1>${paragraphs.join('\n')}</main><footer>Contact</footer></body></html>`,
  );
}

const MESSAGE_ID = /\bmid\s*=\s*"(\d{8,12})"/;
const SHORT_ID = /og:url"\s+content="[^"]*\/s\/([\w-]{10,30})"/;

/** The pieces of a page between its own ids, and for each gap the id that stood there. */
interface Parts {
  readonly page: Buffer;
  readonly places: readonly { readonly at: number; readonly length: number }[];
}

const pagesInParts = new WeakMap<Buffer, Parts>();

/** Where the specimen names itself: its message id and its short address, wherever they stand. */
function partsOf(page: Buffer): Parts {
  const known = pagesInParts.get(page);
  if (known) return known;
  const text = page.toString('latin1');
  const ids = [MESSAGE_ID.exec(text)?.[1], SHORT_ID.exec(text)?.[1]].filter((id) => id !== undefined);
  const places = ids.flatMap((id) =>
    [...text.matchAll(new RegExp(id.replaceAll('-', '\\-'), 'g'))].map((found) => ({ at: found.index, length: id.length })),
  );
  const parts = { page, places };
  pagesInParts.set(page, parts);
  return parts;
}

/** The specimen under other ids of the same length: two articles are two only if their own ids say so. */
function renamed({ page, places }: Parts, key: string): Buffer {
  const copy = Buffer.from(page);
  const digits = [...hash('sha256', key)].map((digit) => String(parseInt(digit, 16) % 10)).join('');
  for (const { at, length } of places) copy.write(`2${digits.slice(0, length - 1)}`, at, 'latin1');
  return copy;
}

const bodies = new WeakMap<Buffer, number>();

/** Where a notice's own words go in: at the top of its body, or before the end of a page that has none. */
function split(page: Buffer): number {
  const known = bodies.get(page);
  if (known !== undefined) return known;
  const text = page.toString('latin1');
  const start = BODY_START.exec(text);
  const at = start ? start.index + start[0].length : Math.max(text.lastIndexOf('</body>'), 0);
  bodies.set(page, at);
  return at;
}
