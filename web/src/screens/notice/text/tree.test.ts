import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, type Node } from './tree.ts';

function drawn(text: string, nodes: readonly Node[]): string {
  return nodes
    .map(({ start, end, mark, nodes: inner }) => (mark === undefined ? text.slice(start, end) : `[${mark}:${drawn(text, inner ?? [])}]`))
    .join('');
}

describe('marks over a text', () => {
  it('nest, cross and lie on one another', () => {
    const spans = [
      { start: 0, end: 6 },
      { start: 0, end: 4 },
      { start: 0, end: 4 },
      { start: 2, end: 8 },
    ];
    const [chunk] = chunksOf('abcdefghij', spans);
    expect(drawn('abcdefghij', chunk?.nodes ?? [])).toBe('[0:[1:[2:ab[3:cd]]][3:ef]][3:gh]ij');
  });

  it('are cut with the text into blocks, at line ends where there are some', () => {
    const text = `${'a'.repeat(1500)}\n${'b'.repeat(1500)}\n${'c'.repeat(9000)}\n`;
    const chunks = chunksOf(text, [{ start: 2990, end: 3010 }]);
    expect(chunks.map(({ start, end, joined }) => [start, end, joined])).toEqual([
      [0, 3002, false],
      [3002, 7002, true],
      [7002, 12003, false],
    ]);
    expect(
      chunks.flatMap(({ nodes }) => nodes.filter(({ mark }) => mark === 0)).map(({ start, end, first }) => [start, end, first]),
    ).toEqual([
      [2990, 3002, true],
      [3002, 3010, false],
    ]);
  });

  it('leave no character out and add none, whatever they are', () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const text = Array.from({ length: 100 }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
        const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
        const chunks = chunksOf(text, sorted);
        const plain = (nodes: readonly Node[]): string =>
          nodes.map(({ start, end, nodes: inner }) => (inner === undefined ? text.slice(start, end) : plain(inner))).join('');
        expect(chunks.map(({ nodes }) => plain(nodes)).join('')).toBe(text);
        if (sorted.length <= 6) {
          const covered = new Map<number, number>();
          const walk = (nodes: readonly Node[]): void => {
            for (const { start, end, mark, nodes: inner } of nodes) {
              if (mark !== undefined) covered.set(mark, (covered.get(mark) ?? 0) + end - start);
              walk(inner ?? []);
            }
          };
          for (const { nodes } of chunks) walk(nodes);
          expect(sorted.map((_, mark) => covered.get(mark))).toEqual(sorted.map(({ start, end }) => end - start));
        }
      }),
    );
  });

  it('takes five megabytes in one line with ten thousand marks without delay', () => {
    const text = '采'.repeat(5_000_000);
    const spans = Array.from({ length: 10_000 }, (_, no) => ({ start: no * 400, end: no * 400 + 3 }));
    const before = performance.now();
    const chunks = chunksOf(text, spans);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(chunks.length).toBeGreaterThan(1000);
    expect(Math.max(...chunks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(6000);
  });
});
