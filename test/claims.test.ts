import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareClaim } from '../src/assess/claims/compare-claim.ts';
import { NO_ASSERTIONS, type Assertions } from '../src/model/claim.ts';
import type { ClaimFinding } from '../src/model/claim-finding.ts';
import { sha256 } from '../src/model/digest.ts';
import { claimWords, statementOf } from '../src/work/cases/statement-of.ts';

interface Row {
  readonly id: string;
  readonly quote: string;
  readonly notice: string;
  readonly asserts?: Partial<Assertions>;
  /** Captures that show the notice; 1 where absent. */
  readonly seen?: number;
  readonly expect: readonly { readonly about: string; readonly says: string; readonly verdict: string; readonly names: string | null }[];
}

const rows = readFileSync(new URL('./fixtures/claims/development.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);

describe('claims against notices, as labelled for development', () => {
  it.each(rows.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const findings = compared(row);
    const short = findings.map(({ about, says, verdict, notice }) => `${about} ${says} ${verdict} ${notice?.names ?? '–'}`);
    expect(short.toSorted()).toEqual(
      row.expect.map(({ about, says, verdict, names }) => `${about} ${says} ${verdict} ${names ?? '–'}`).toSorted(),
    );
    for (const { claim, notice } of findings) {
      if (claim !== null) expect(row.quote.slice(claim.start, claim.end)).toBe(claim.text);
      if (notice !== null) expect(row.notice.slice(notice.start, notice.end)).toBe(notice.text);
    }
  });
});

describe('what is said in a text', () => {
  it('is found in Traditional characters, with zero-width characters and line breaks, at offsets of the text as it is', () => {
    const text = '這是兒\u200B童玩具，\n我會從未發佈該公告。';
    const { otherGoods } = statementOf(text);
    expect(otherGoods.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([['toys', '兒\u200B童玩具']]);
  });

  it('takes time in proportion to a hostile text', () => {
    const spent = (text: string): number => {
      const began = process.cpuUsage().user;
      statementOf(text, { mentions: [] });
      return process.cpuUsage().user - began;
    };
    const hostile = 'not toys, 不是玩具，не игрушки, for Russia; ';
    spent(hostile.repeat(10));
    expect(spent(hostile.repeat(2000))).toBeLessThan(4_000_000);
  });
});

function compared(row: Row): readonly ClaimFinding[] {
  const seen = Array.from({ length: row.seen ?? 1 }, (_, n) => ({ capture: sha256(`${n}`), at: '2026-03-01T00:00:00.000Z' }));
  const shown = { statement: statementOf(row.notice), seen };
  return compareClaim(statementOf(row.quote), { ...NO_ASSERTIONS, ...row.asserts }, shown, claimWords());
}
