import { createHash } from 'node:crypto';
import { pathExample } from '../../src/server/path-examples.ts';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const LOG = 'dualwatch/log-5d1a0c7e93b2f846';
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The first of each is the one that the documentation has in its paths; others follow it. */
const FIRST = {
  id: (pathExample('/notices/:id', 'id') ?? '').slice(1),
  digest: pathExample('/captures/:sha256', 'sha256') ?? '',
  random: pathExample('/uploads/:id', 'id') ?? '',
};

/**
 * Puts in the place of what is other at each run (ids, digests, signatures, ports) what is the same in all of them, by the order in which it comes: equal ones
 * stay equal. `origins`: addresses of this machine, and how examples write them.
 */
export function standIns(origins: ReadonlyMap<string, string>): (text: string) => string {
  const seen = new Map<string, Map<string, string>>();
  const standIn = (kind: string, real: string, made: (n: number) => string): string => {
    const known = seen.get(kind) ?? new Map<string, string>();
    seen.set(kind, known);
    const found = known.get(real) ?? made(known.size);
    known.set(real, found);
    return found;
  };
  const digest = (real: string): string =>
    standIn('digest', real, (n) => (n === 0 ? FIRST.digest : sha256(`example ${n}`).toString('hex')));
  const hosts = [...origins].map(([real, shown]) => ({ real: new URL(real), shown: new URL(shown) }));

  function atHome(text: string): string {
    let said = text.replace(/(\\?"ip\\?":\\?")127\.0\.0\.(\d+)/g, '$1203.0.113.$2');
    for (const { real, shown } of hosts)
      said = said
        .replaceAll(real.origin, shown.origin)
        .replaceAll(real.host, shown.host)
        .replaceAll(real.hostname, real.hostname === '127.0.0.1' ? real.hostname : shown.host);
    return said;
  }

  return (text) =>
    atHome(text)
      .replace(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g, '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----')
      .replace(/(\bcaptures\/..\/..\/)?\b([0-9a-f]{64})\b/g, (_, folders: string | undefined, real: string) => {
        const shown = digest(real);
        return folders === undefined ? shown : `captures/${shown.slice(0, 2)}/${shown.slice(2, 4)}/${shown}`;
      })
      .replace(/\b([a-z])0[0-9a-hjkmnp-tv-z]{25}\b/g, (real, letter: string) =>
        standIn(
          letter,
          real,
          (n) => letter + (n === 0 ? FIRST.id : FIRST.id.slice(0, -2) + `${ALPHABET[n >> 5] ?? ''}${ALPHABET[n & 31] ?? ''}`),
        ),
      )
      .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, (real) =>
        standIn('random', real, (n) => (n === 0 ? FIRST.random : FIRST.random.slice(0, -4) + String(n).padStart(4, '0'))),
      )
      .replace(/\bm[0-9a-f]{24}\b(?!\.)/g, (real) => standIn('match', real, (n) => `m${sha256(`match ${n}`).toString('hex').slice(0, 24)}`))
      .replace(/\bdualwatch\/log-[0-9a-f]{16}(\+[0-9a-f]{8}\+[\w+/]+=*)?/g, (_, key?: string) =>
        key === undefined ? LOG : `${LOG}+1f7c02ad+${sha256('key').toString('base64').slice(0, -1)}`,
      )
      .replace(/(?<![\w+/.]|log-)(?=[\w+/]*[A-Z])(?=[\w+/]*[a-z])[A-Za-z0-9+/]{42,}={0,2}/g, (real) =>
        standIn('bytes', real, (n) => base64Of(real, n)),
      )
      .replace(/("bytes":)(\d+)/g, (_, name: string, bytes: string) => `${name}${roughly(Number(bytes))}`);
}

function base64Of(real: string, n: number): string {
  const bytes = Buffer.from(real, 'base64').length;
  const made = Array.from({ length: Math.ceil(bytes / 32) }, (_, part) => sha256(`bytes ${n} ${part}`));
  return Buffer.concat(made).subarray(0, bytes).toString('base64').slice(0, real.length);
}

/** A size of what is compressed, which is other by some bytes at each run. */
export function roughly(bytes: number): number {
  const unit = 10 ** Math.max(0, String(bytes).length - 1);
  return Math.floor(bytes / unit) * unit;
}
