import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { openCustomerFile } from './open-customer-file.ts';
import { openResumableOutput } from './resumable-output.ts';
import { CSV_RESULTS, JSON_RESULTS } from './result-lines.ts';
import { screenCustomers } from './screen-customers.ts';
import { safeCell } from './safe-cell.ts';
import { inOrder } from './in-order.ts';
import { openScreenWorkers } from './screen-workers.ts';
import { madeMatches } from './testing/made-matches.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualwatch-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const SCREEN = fileURLToPath(new URL('testing/screen-file.ts', import.meta.url));

describe('a run that is killed', () => {
  const input = join(folder, 'customers.csv');
  const rows = Array.from({ length: 60_000 }, (_, n) => (n % 997 === 5 ? `${n},extra,cells` : `${n},Завод ${'x'.repeat(n % 7)} ${n}`));
  writeFileSync(input, `no,name\n${rows.join('\n')}\n`);

  it.each(['csv', 'json'])(
    'goes on where it was and writes each row once (%s)',
    async (format) => {
      const whole = join(folder, `whole.${format}`);
      const uninterrupted = run([input, whole, format]);
      expect(uninterrupted.status).toBe(0);
      const out = join(folder, `killed.${format}`);
      let [kills, resumed, last] = [0, 0, ''];
      for (let round = 0; round < 9; round += 1) {
        const { stdout, stderr, killed } = await killedAfter(
          [input, out, format],
          (bytes) => round < 8 && bytes > 0 && Math.random() < 0.05,
        );
        if (stderr.includes('resumed')) resumed += 1;
        last = stdout;
        if (!killed) break;
        kills += 1;
        expect(existsSync(out)).toBe(false);
      }
      expect(kills).toBeGreaterThan(1);
      expect(resumed).toBeGreaterThan(0);
      expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
      expect(last).toBe(uninterrupted.stdout);
      expect(existsSync(`${out}.partial`) || existsSync(`${out}.progress.json`)).toBe(false);
    },
    60_000,
  );

  it('goes on from a point a moment before, however slowly it went', async () => {
    const [slow, out] = [join(folder, 'slow.csv'), join(folder, 'slow-out.csv')];
    writeFileSync(slow, `no,name\n${Array.from({ length: 3000 }, (_, n) => `${n},Works ${n}`).join('\n')}\n`);
    let batches = 0;
    const start = async (fails: boolean) => {
      const output = await openResumableOutput(out, { lists: '1' }, { restart: false, overwrite: false, head: CSV_RESULTS.head });
      const resumed = output.resumed?.tally.rows ?? 0;
      const running = screenCustomers(await openCustomerFile(slow, { columns: {}, known: loadCustomerColumns() }), {
        screen: async (queries) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          if (fails && (batches += 1) > 4) throw new Error('killed');
          return queries.map(madeMatches);
        },
        ahead: 1,
        format: CSV_RESULTS,
        output,
        threshold: 0.5,
        keepEvery: { ms: 10 },
      });
      return { resumed, ended: await running.then(({ tally }) => tally.rows, String) };
    };
    expect(await start(true)).toEqual({ resumed: 0, ended: 'Error: killed' });
    const { resumed, ended } = await start(false);
    expect([resumed >= 1000, ended]).toEqual([true, 3000]);
    const written = readFileSync(out, 'utf8').trim().split('\n').slice(1);
    expect(new Set(written).size).toBe(written.length);
  });

  it('does not go on with other lists or other rows', async () => {
    const out = join(folder, 'other.csv');
    while (!existsSync(`${out}.progress.json`)) await killedAfter([input, out], (bytes) => bytes > 0 && existsSync(`${out}.progress.json`));
    expect(run([input, out, 'csv', '2']).stderr).toContain('with another lists (then 1, now 2)');
    const changed = join(folder, 'changed.csv');
    writeFileSync(changed, readFileSync(input, 'utf8').replace('Завод', 'Фабрика'));
    expect(run([changed, out]).stderr).toContain('are no longer those that an earlier run has screened');
    writeFileSync(changed, 'no,name\n1,a\n');
    expect(run([changed, out]).stderr).toContain('are no longer those');
    // A tail that was cut by the crash of the machine is not gone on with.
    appendFileSync(input, '7,new row!!\n');
    expect(run([input, out]).status).toBe(0);
    expect(readFileSync(out, 'utf8').includes('new row!!')).toBe(true);
  }, 60_000);

  function run(args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    return spawnSync(process.execPath, [SCREEN, ...args], { encoding: 'utf8' });
  }

  function killedAfter(
    args: readonly string[],
    when: (bytes: number) => boolean,
  ): Promise<{ readonly stdout: string; readonly stderr: string; readonly killed: boolean }> {
    const partial = `${args[1] ?? ''}.partial`;
    const before = existsSync(partial) ? statSync(partial).size : 0;
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [SCREEN, ...args]);
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
      const look = setInterval(() => {
        const size = existsSync(partial) ? statSync(partial).size : 0;
        if (when(size > 0 && size !== before ? size : 0)) child.kill('SIGKILL');
      }, 2);
      child.on('close', (_, signal) => {
        clearInterval(look);
        resolve({ stdout, stderr, killed: signal === 'SIGKILL' });
      });
    });
  }
});

describe('results', () => {
  it.each(
    ['=1+1', '+7 495', '-cmd', '@SUM(A1)', ' =1', '\t=1', '\tx', '\u200b=1', '\ufeff@x', '＝1', '－x', '＋x', '＠x', '−1', '"=1'].map(
      (cell) => [cell],
    ),
  )('neutralise %j', (cell) => {
    const written = safeCell(cell).replace(/^"(.*)"$/s, '$1');
    expect(written.startsWith("'") || written.startsWith('""')).toBe(true);
  });

  it('leave harmless cells as they are', () => {
    expect(['Beta LLC', 'a=b', '中國', '', 'x-y', '7'].map(safeCell)).toEqual(['Beta LLC', 'a=b', '中國', '', 'x-y', '7']);
    expect(safeCell('Beta, "x"\n')).toBe('"Beta, ""x""\n"');
  });

  it('have the row, the key, the query and the matches', () => {
    const query = { name: '=Abcde' };
    const screened = { customer: { row: 3, line: 4, key: 'k', query }, matches: madeMatches(query) };
    expect(JSON.parse(JSON_RESULTS.lines(screened))).toEqual({ row: 3, key: 'k', query, matches: madeMatches(query) });
    expect(CSV_RESULTS.lines(screened)).toBe(
      "3,k,'=Abcde,1,m-6,0.6000,'=cmd(1),'=Abcde,made,made:1,made:1,'=Abcde = =Abcde word; + country agrees (RU),\n".replace(
        /'=Abcde = .*\)/,
        '"$&"',
      ),
    );
    const decision = { verdict: 'cleared', why: 'other firm', by: 'A', at: '2026-01-02T00:00:00Z', holds: true } as const;
    const judged = { ...screened, matches: screened.matches.map((match) => ({ ...match, decision })) };
    expect(CSV_RESULTS.lines(judged)).toMatch(/,cleared by A on 2026-01-02: other firm\n$/);
    expect(JSON.parse(JSON_RESULTS.lines(judged))).toMatchObject({ matches: [{ decision }] });
    expect(JSON.parse(JSON_RESULTS.lines({ customer: { row: 1, line: 2, why: 'x' }, matches: [] }))).toEqual({
      row: 1,
      line: 2,
      unreadable: 'x',
      matches: [],
    });
  });
});

describe('screening threads', () => {
  const worker = new URL('testing/made-matches.worker.ts', import.meta.url);

  it('answer in order, and hold no more than they may', async () => {
    const workers = openScreenWorkers(worker, 2, { index: new SharedArrayBuffer(8) });
    let [open, most] = [0, 0];
    const batches = Array.from({ length: 50 }, (_, n) => [{ name: 'x'.repeat(n) }]);
    const answers = [];
    for await (const answer of inOrder(batches, 4, async (batch) => {
      most = Math.max(most, (open += 1));
      const results = await workers.screen(batch);
      open -= 1;
      return results;
    }))
      answers.push(answer);
    expect(answers).toEqual(batches.map((batch) => batch.map(madeMatches)));
    expect(most).toBeLessThanOrEqual(4);
    await expect(workers.screen([{ name: 'fail' }])).rejects.toThrow('this batch fails');
    expect(await workers.screen([{ name: 'abc' }])).toHaveLength(1);
    await expect(workers.screen([{ name: 'die' }])).rejects.toThrow('a screening thread ended');
    await expect(workers.screen([{ name: 'abc' }])).rejects.toThrow('a screening thread ended');
    await workers.close();
  }, 20_000);
});
