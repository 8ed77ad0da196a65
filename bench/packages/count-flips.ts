import { packMembers, unpackPackage } from '../../src/evidence/testing/rebuild-package.ts';
import type { PackageVerdict } from '../../src/evidence/verify-package/verdict.ts';
import { verifyPackage } from '../../src/evidence/verify-package/verify-package.ts';
import { memorySource } from '../../src/evidence/zip/byte-source.ts';
import { openZip } from '../../src/evidence/zip/zip-reader.ts';

export type FlipKind = 'damage' | 'edit';

interface Counted {
  flips: number;
  found: number;
  named: number;
}

export interface FlipCounts {
  /** By folder or root member, and `zip structure`. */
  readonly places: ReadonlyMap<string, Counted>;
  /** What was not found, or not named rightly. */
  readonly unnamed: readonly string[];
}

interface Flip {
  readonly bytes: Buffer;
  /** The member; undefined for headers and directory. */
  readonly member: string | undefined;
  readonly at: string;
}

/** Turns one bit, `times` times, each in a fresh copy, and asks the verifier. Throws Error where the package itself does not hold. */
export async function countFlips(bytes: Buffer, kind: FlipKind, times: number, seed: number): Promise<FlipCounts> {
  const sound = await verifyPackage(memorySource(bytes));
  if (!sound.ok)
    throw new Error(`the package does not hold as it is: ${JSON.stringify(sound.checks.find(({ status }) => status === 'fail'))}`);
  const next = kind === 'damage' ? await damages(bytes) : await edits(bytes);
  const random = randomNumbers(seed);
  const places = new Map<string, Counted>();
  const unnamed: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const flip = next(random);
    const verdict = await verifyPackage(memorySource(flip.bytes));
    const place = flip.member?.replace(/\/.*/, '/') ?? 'zip structure';
    const count = places.get(place) ?? { flips: 0, found: 0, named: 0 };
    places.set(place, count);
    const named = !verdict.ok && isNamed(verdict, flip.member);
    count.flips += 1;
    count.found += verdict.ok ? 0 : 1;
    count.named += named ? 1 : 0;
    if (!named) unnamed.push(`${flip.at}: ${JSON.stringify(verdict.checks.filter(({ status }) => status === 'fail'))}`);
  }
  return { places, unnamed };
}

/** A failed check names the member, or the container where no member was touched. */
function isNamed({ checks }: PackageVerdict, member: string | undefined): boolean {
  const failed = checks.filter(({ status }) => status === 'fail');
  if (member === undefined) return failed.some(({ name, where }) => name === 'container' && where !== undefined);
  return failed.some(({ where }) => where === member || where?.startsWith(`${member},`) === true);
}

async function damages(bytes: Buffer): Promise<(random: () => number) => Flip> {
  const { entries } = await openZip(memorySource(bytes));
  return (random) => {
    const at = Math.floor(random() * bytes.length);
    const member = entries.find(({ dataOffset, packed }) => at >= dataOffset && at < dataOffset + packed)?.name;
    return { bytes: flipped(bytes, at, Math.floor(random() * 8)), member, at: `byte ${at} (${member ?? 'zip structure'})` };
  };
}

/** Bytes of all members alike likely. */
async function edits(bytes: Buffer): Promise<(random: () => number) => Flip> {
  const contents = await unpackPackage(bytes);
  const total = [...contents.values()].reduce((sum, content) => sum + content.length, 0);
  return (random) => {
    let at = Math.floor(random() * total);
    for (const [member, content] of contents) {
      if (at < content.length) {
        const altered = flipped(content, at, Math.floor(random() * 8));
        return { bytes: packMembers(new Map([...contents, [member, altered]])), member, at: `${member}, byte ${at}` };
      }
      at -= content.length;
    }
    throw new Error('a package without content');
  };
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const altered = Buffer.from(bytes);
  altered[at] = (altered[at] ?? 0) ^ (1 << bit);
  return altered;
}

/** Numbers from 0 to 1 that follow from the seed: xorshift of 32 bits. */
function randomNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
