import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSites } from '../src/catalogue/sites.ts';
import { createReader, type Reader } from '../src/read/read-page.ts';
import { sharedData } from '../test/shared-data.ts';
import { makePages, type MadePage } from './read-pages.ts';
import { firstLine, PEERS, peersPython, runPeer } from './reading/peers.ts';

/**
 * Measures the reader of pages: megabytes a second of one core (CPU time, best of several passes) over generated and real pages, beside the peers of
 * `../shared/peers/read` in the same run, and what came out of the generated pages. Without those peers it makes pages of its own.
 *
 * Options: `--no-peers` leaves them out (their environment takes a minute to set up the first time), `--passes n`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--passes');
  const passes = at === -1 ? 5 : Number(args[at + 1]) || 5;
  const reader = createReader(loadSites());
  const work = mkdtempSync(join(tmpdir(), 'dualwatch-bench-read-'));
  try {
    const peers = sharedData('peers/read');
    const python = peers === undefined ? undefined : peersPython(peers);
    const folder = join(work, 'pages');
    const generated = peers !== undefined && python !== undefined ? generate(peers, python, folder) : makePages(120);
    const ours = measure(reader, generated, passes);
    console.log(
      `\n${generated.length} generated pages, ${ours.megabytes.toFixed(1)} MB (${python === undefined ? 'made here: no ../shared/peers/read' : 'by ../shared/peers/read'})\n`,
    );
    console.log('reader\tMB/s of one core\tpages/s\tours is');
    console.log(`dualwatch\t${ours.speed.toFixed(1)}\t${(generated.length / ours.seconds).toFixed(0)}\t1`);
    if (peers !== undefined && python !== undefined && !args.includes('--no-peers')) comparePeers(peers, python, folder, ours.speed);
    else console.log('peers not run: they need ../shared/peers/read and its environment');
    printQuality(reader, generated);
    printRealPages(reader, passes);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Measured {
  readonly megabytes: number;
  readonly seconds: number;
  readonly speed: number;
}

function measure(reader: Reader, pages: readonly MadePage[], passes: number): Measured {
  const megabytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  let seconds = Infinity;
  for (let pass = 0; pass < passes + 1; pass++) {
    const before = process.cpuUsage();
    for (const { bytes } of pages) reader.read({ bytes, url: 'http://peer.example/page.html' });
    const { user, system } = process.cpuUsage(before);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { megabytes, seconds, speed: megabytes / seconds };
}

function generate(peers: string, python: string, folder: string): readonly MadePage[] {
  mkdirSync(folder, { recursive: true });
  execFileSync(python, [join(peers, 'generate_pages.py'), folder], { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } });
  return readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const fact = JSON.parse(line) as Omit<MadePage, 'bytes' | 'group'> & { file: string; layout: string };
      const group = fact.file.startsWith('charset') ? fact.file.replace(/^charset-|\.html$/g, '') : `${fact.kind} ${fact.layout}`;
      return { ...fact, group, bytes: readFileSync(join(folder, fact.file)) };
    });
}

function comparePeers(peers: string, python: string, folder: string, speed: number): void {
  for (const one of PEERS) {
    try {
      const { summary } = runPeer(peers, python, one, folder);
      console.log(
        `${summary.peer}\t${summary.mb_per_cpu_s_best.toFixed(1)}\t${summary.pages_per_cpu_s_best.toFixed(0)}\t${(speed / summary.mb_per_cpu_s_best).toFixed(1)} times as fast`,
      );
    } catch (error) {
      console.log(`${one.flat().join(' ')}\tdid not run: ${firstLine(error)}`);
    }
  }
}

/** White space aside, how much of each body came out, and how much else. */
function printQuality(reader: Reader, pages: readonly MadePage[]): void {
  const groups = new Map<string, { kept: number; noise: number; title: number; date: number; items: number; pages: number }>();
  for (const page of pages) {
    const reading = reader.read({ bytes: page.bytes, url: 'http://peer.example/page.html' });
    const text = plain(reading.text);
    const pieces = page.body.map(plain);
    const group = groups.get(page.group) ?? { kept: 0, noise: 0, title: 0, date: 0, items: 0, pages: 0 };
    let rest = text;
    for (const piece of [...new Set(pieces)].toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(piece, '');
    group.kept +=
      pieces.reduce((sum, piece) => sum + (text.includes(piece) ? piece.length : 0), 0) /
      pieces.reduce((sum, piece) => sum + piece.length, 0);
    group.noise += rest.length / Math.max(1, text.length);
    group.title += Number(plain(reading.title ?? '') === plain(page.title));
    group.date += Number((reading.publishedAt ?? '').startsWith(page.date));
    group.items += Number(
      page.kind === 'list' &&
        reading.items?.length === page.body.length &&
        reading.items.every(
          (item, at) => item.title === page.body[at] && item.date === page.date && item.url.startsWith('http://peer.example/notice/'),
        ),
    );
    group.pages += 1;
    groups.set(page.group, group);
  }
  console.log('\npages\tcount\tbody kept\tnoise\ttitle right\tdate right\tlists whole (title, link, date)');
  for (const [name, { kept, noise, title, date, items, pages: count }] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(
      `${name}\t${count}\t${(kept / count).toFixed(3)}\t${(noise / count).toFixed(3)}\t${title}\t${date}\t${name.startsWith('list') ? items : '-'}`,
    );
  }
}

function printRealPages(reader: Reader, passes: number): void {
  const root = sharedData('data/pages');
  if (root === undefined) {
    console.log('\nreal pages not read: no ../shared/data/pages');
    return;
  }
  console.log('\nreal page\tMB\tms of CPU (best)\tstate\ttitle');
  for (const name of (readdirSync(root, { recursive: true }) as string[]).filter((file) => file.endsWith('.html')).toSorted()) {
    const bytes = readFileSync(join(root, name));
    let best = Infinity;
    for (let pass = 0; pass < passes * 3; pass++) {
      const before = process.cpuUsage();
      reader.read({ bytes, url: 'http://127.0.0.1/page.html' });
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / 1000);
    }
    const { state, reason, title } = reader.read({ bytes, url: 'http://127.0.0.1/page.html' });
    console.log(
      `${name}\t${(bytes.length / 1e6).toFixed(2)}\t${best.toFixed(1)}\t${state}${reason === null ? '' : ` (${reason})`}\t${title ?? ''}`,
    );
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
