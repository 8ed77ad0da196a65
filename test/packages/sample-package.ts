import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noticePage, openPublisher } from '../e2e/publisher.ts';
import { PROGRAM } from '../program.ts';

const run = promisify(execFile);

const QUICK = {
  DUALWATCH_FETCH_PACE: '20ms',
  DUALWATCH_FOLLOW_CONFIRM_AFTER: '1ms',
  DUALWATCH_DISK_MIN_FREE: '0B',
  NO_COLOR: '1',
} as const;

export interface SamplePackage {
  readonly bytes: Buffer;
  readonly file: string;
  /** The home that it was exported from. */
  readonly home: string;
  /** Runs a command on that home and gives its stdout. */
  dualwatch(...args: readonly string[]): Promise<string>;
}

/** A real package, made by the command line in a home of its own below `folder`: two notices; one changed, unreachable for a while and removed. `halfway` is done before the removal, `last` before the export. */
export async function samplePackage(
  folder: string,
  halfway: (dualwatch: SamplePackage['dualwatch']) => Promise<void> = async () => undefined,
  last: (dualwatch: SamplePackage['dualwatch']) => Promise<void> = async () => undefined,
): Promise<SamplePackage> {
  const home = join(folder, 'home');
  const dualwatch = commandOn(home);
  const publisher = await openPublisher();
  try {
    const [one, other] = [`${publisher.origin}/notice/1`, `${publisher.origin}/notice/2?page=a&lang=zh`];
    const visit = (url: string): Promise<string> => dualwatch('capture', url, '--allow-private');
    publisher.set(
      '/notice/1',
      noticePage('求购无人机干扰器', '俄罗斯客户求购无人机探测器及干扰设备, 数量 20 套。', '有意者请与我会联系。'),
    );
    publisher.set('/notice/2', noticePage('Закупка подавителей БПЛА', 'Требуются подавители БПЛА в количестве десяти штук.'));
    await visit(one);
    await visit(other);
    publisher.set('/notice/1', noticePage('求购无人机干扰器(更正)', '哈萨克斯坦客户求购儿童玩具, 数量 20 套。', '有意者请与我会联系。'));
    await visit(one);
    await visit(one);
    publisher.set('/notice/1', { kind: 'page', status: 500, body: 'an error' });
    await visit(one);
    await halfway(dualwatch);
    publisher.set('/notice/1', { kind: 'page', status: 404, body: 'gone' });
    await visit(one);
    await visit(one);
    await last(dualwatch);
    const file = join(folder, 'sample.wacz');
    await dualwatch('export', one, other, '--wacz', file, '--by', 'A. Analyst');
    return { bytes: await readFile(file), file, home, dualwatch };
  } finally {
    await publisher.close();
  }
}

/** What somebody else makes with the same program and keys of their own: that the notice asked for toys. */
export async function forgedPackage(folder: string): Promise<Buffer> {
  const dualwatch = commandOn(join(folder, 'home'));
  const publisher = await openPublisher();
  try {
    const url = `${publisher.origin}/notice/1`;
    publisher.set('/notice/1', noticePage('求购儿童玩具', '哈萨克斯坦客户求购儿童玩具, 数量 20 套。', '有意者请与我会联系。'));
    await dualwatch('capture', url, '--allow-private');
    const file = join(folder, 'forged.wacz');
    await dualwatch('export', url, '--wacz', file);
    return await readFile(file);
  } finally {
    await publisher.close();
  }
}

function commandOn(home: string): SamplePackage['dualwatch'] {
  return async (...args) =>
    (
      await run(process.execPath, [PROGRAM, ...args], {
        env: { ...process.env, ...QUICK, DUALWATCH_HOME: home },
        maxBuffer: 64 * 1024 * 1024,
      })
    ).stdout;
}
