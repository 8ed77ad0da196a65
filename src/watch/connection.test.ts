import { describe, expect, it } from 'vitest';
import { watchConnection } from './connection.ts';

const HOSTS = ['a.example', 'b.example', 'c.example', 'd.example', '127.0.0.1'];

function watch(hosts: readonly string[] = HOSTS, more: { readonly patienceMs?: number; readonly onLost?: () => Promise<void> } = {}) {
  const events: string[] = [];
  const errors: unknown[] = [];
  let now = 0;
  const connection = watchConnection({
    clock: { now: () => 0, monotonic: () => now },
    needed: 3,
    patienceMs: more.patienceMs ?? 5,
    hostsKnown: async () => hosts,
    onLost: more.onLost ?? (async () => void events.push('lost')),
    onBack: async () => void events.push('back'),
    onError: (error) => errors.push(error),
  });
  return { events, errors, connection, later: (ms: number) => (now += ms) };
}

describe('a lost connection', () => {
  it('is ours when every host fails, at once or minutes apart, and is noted once', async () => {
    const { connection, events, later } = watch();
    expect(await connection.failed('a.example', 0)).toBe('host');
    later(600_000);
    expect(await connection.failed('b.example', 600_000)).toBe('host');
    later(600_000);
    expect(await connection.failed('c.example', 1_200_000)).toBe('ours');
    expect(await connection.failed('d.example', 1_200_000)).toBe('ours');
    later(1);
    connection.answered('a.example');
    expect(events).toEqual(['lost', 'back']);
  });

  it('settles together what waits together', async () => {
    const { connection } = watch(HOSTS, { patienceMs: 60_000 });
    expect(await Promise.all(['a.example', 'b.example', 'c.example'].map((host) => connection.failed(host, 0)))).toEqual([
      'ours',
      'ours',
      'ours',
    ]);
  });

  it('is the host’s when another host answers during its visit or soon after', async () => {
    const { connection, later, events } = watch(HOSTS, { patienceMs: 60_000 });
    later(10);
    connection.answered('a.example');
    expect(await connection.failed('b.example', 5)).toBe('host');
    const waiting = connection.failed('c.example', 20);
    setImmediate(() => connection.answered('a.example'));
    expect(await waiting).toBe('host');
    expect(events).toEqual([]);
  });

  it('is not proved sound by a bridge on this machine, nor lost by it', async () => {
    const { connection, events, later } = watch();
    await connection.failed('a.example', 0);
    later(1);
    connection.answered('127.0.0.1');
    await connection.failed('b.example', 1);
    expect(await connection.failed('127.0.0.1', 1)).toBe('host');
    expect(await connection.failed('c.example', 1)).toBe('ours');
    expect(events).toEqual(['lost']);
  });

  it('is the host’s when it is the only one watched', async () => {
    expect(await watch(['a.example']).connection.failed('a.example', 0)).toBe('host');
  });

  it('survives a store that cannot note it', async () => {
    const { connection, errors } = watch(HOSTS, { onLost: () => Promise.reject(new Error('busy')) });
    for (const host of ['a.example', 'b.example']) await connection.failed(host, 0);
    expect(await connection.failed('c.example', 0)).toBe('ours');
    await Promise.resolve();
    expect(errors).toHaveLength(1);
  });
});
