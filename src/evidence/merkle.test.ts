import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_ROOT, foldInPlace, leafHash, nodeHash } from './merkle.ts';
import { proveConsistency, proveInclusion, treeRoot } from './merkle-proofs.ts';
import type { NodeReader } from './merkle-proofs.ts';
import { TileBuilder } from './tile-builder.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

/** Entries and roots of the trees of their first 1 to 8, as certificate-transparency's reference tests give them. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962 §2.1 as it is written, over all leaves: slow, and independent of tiles. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

function nodesOf(leaves: readonly Uint8Array[]): NodeReader {
  return async (height, index) => rootByDefinition(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const entryOf = (n: number): Buffer => Buffer.from(`entry ${n}`);

describe('Merkle tree', () => {
  test('has the roots of the published vectors', async () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const builder = new TileBuilder();
    for (const [n, entry] of ENTRIES.entries()) {
      builder.add(entry);
      expect(hex(builder.root())).toBe(ROOTS[n]);
      expect(hex(await treeRoot(n + 1, nodesOf(ENTRIES.map(leafHash))))).toBe(ROOTS[n]);
    }
  });

  test('the builder agrees with the definition across tile boundaries, also when it goes on from an edge', () => {
    const leaves = Array.from({ length: 1100 }, (_, n) => leafHash(entryOf(n)));
    let builder = new TileBuilder();
    for (let n = 0; n < leaves.length; n += 1) {
      builder.add(entryOf(n));
      if (n % 97 === 0)
        builder = TileBuilder.from(
          n + 1,
          [0, 1, 2].map((level) => Buffer.from(builder.unfinished(level))),
        );
      if (n % 53 === 0 || [254, 255, 256, 511, 512].includes(n))
        expect(hex(builder.root())).toBe(hex(rootByDefinition(leaves.slice(0, n + 1))));
    }
  });

  test('only full subtrees fold', () => {
    expect(() => foldInPlace(Buffer.alloc(3 * 32))).toThrow(RangeError);
    expect(() => foldInPlace(Buffer.alloc(0))).toThrow(RangeError);
  });
});

describe('proofs', () => {
  const size = fc.integer({ min: 1, max: 80 });

  test('every inclusion proof verifies, and no proof with a bit flipped, a hash more or less, or another index', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (count, pick, flip) => {
        const index = pick % count;
        const leaves = Array.from({ length: count }, (_, n) => leafHash(entryOf(n)));
        const tree = { size: count, root: rootByDefinition(leaves) };
        const leaf = leafHash(entryOf(index));
        const proof = await proveInclusion(index, count, nodesOf(leaves));
        verifyInclusion(index, leaf, proof, tree);
        expect(() => verifyInclusion(index, leaf, [...proof, leaf], tree)).toThrow();
        if (proof.length > 0) expect(() => verifyInclusion(index, leaf, proof.slice(0, -1), tree)).toThrow();
        if (count > 1) expect(() => verifyInclusion((index + 1) % count, leaf, proof, tree)).toThrow();
        const altered = [leaf, tree.root, ...proof].map((hash) => Buffer.from(hash));
        const victim = altered[flip % altered.length] ?? leaf;
        victim[flip % 32] = (victim[flip % 32] ?? 0) ^ (1 << (flip % 8));
        const [otherLeaf = leaf, otherRoot = leaf, ...otherProof] = altered;
        expect(() => verifyInclusion(index, otherLeaf, otherProof, { size: count, root: otherRoot })).toThrow(/root|log/);
      }),
    );
  });

  test('consistency holds between any two sizes of one log, and not with an altered older one', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (newer, pick, edit) => {
        const older = pick % (newer + 1);
        const leaves = Array.from({ length: newer }, (_, n) => leafHash(entryOf(n)));
        const proof = await proveConsistency(older, newer, nodesOf(leaves));
        const [one, other] = [older, newer].map((count) => ({ size: count, root: rootByDefinition(leaves.slice(0, count)) }));
        if (one === undefined || other === undefined) throw new Error('two sizes, two heads');
        verifyConsistency(one, other, proof);
        expect(() => verifyConsistency(one, other, [...proof, leafHash(entryOf(0))])).toThrow();
        if (older === 0) return;
        const edited = leaves.slice(0, older).map((leaf, n) => (n === edit % older ? leafHash(Buffer.from('edited')) : leaf));
        expect(() => verifyConsistency({ size: older, root: rootByDefinition(edited) }, other, proof)).toThrow();
      }),
    );
  });

  test('sizes beyond 32 bits are counted, not cut', () => {
    const leaf = leafHash(entryOf(0));
    const tall = Array.from({ length: 40 }, (_, n) => leafHash(entryOf(n)));
    const root = tall.reduce((hash, sibling) => nodeHash(hash, sibling), leaf);
    verifyInclusion(0, leaf, tall, { size: 2 ** 40, root });
    expect(() => verifyInclusion(2 ** 32, leaf, tall, { size: 2 ** 40, root })).toThrow();
  });

  test.each([Number.NaN, -1, 1.5, 2 ** 53])('an index of %s is refused', (index) => {
    const leaf = leafHash(entryOf(0));
    expect(() => verifyInclusion(index, leaf, [], { size: 1, root: leaf })).toThrow(/no such entry/);
  });
});
