import { describe, expect, it } from 'vitest';
import { watchConnection } from './connection.ts';

function watch(hosts: number, more: { readonly patienceMs?: number; readonly now?: () => number } = {}) {
  const events: string[] = [];
  const clock = { now: () => 0, monotonic: more.now ?? (() => 10_000) };
  const note = (event: string) => async () => void events.push(event);
  return { events, connection: watchConnection({ clock, needed: 3, quietMs: 1000, patienceMs: more.patienceMs ?? 60_000, hostsKnown: async () => hosts, onLost: note('lost'), onBack: note('back') }) };
}

describe('a lost connection', () => {
  it('is ours when every host fails, and is noted once', async () => {
    const { connection, events } = watch(50);
    const verdicts = await Promise.all(['a', 'b', 'c'].map((host) => connection.failed(host, 10_000)));
    expect(verdicts).toEqual(['ours', 'ours', 'ours']);
    expect(await connection.failed('d', 10_000)).toBe('ours');
    connection.answered();
    expect(await connection.failed('e', 9_000)).toBe('host');
    expect(events).toEqual(['lost', 'back']);
  });

  it('is the host’s when another host answers', async () => {
    const { connection, events } = watch(50);
    const verdicts = Promise.all([connection.failed('a', 10_000), connection.failed('b', 10_000)]);
    await Promise.resolve();
    setImmediate(() => connection.answered());
    expect(await verdicts).toEqual(['host', 'host']);
    expect(events).toEqual([]);
  });

  it('is the host’s when it is the only one watched, or nobody else fails in time', async () => {
    expect(await watch(1).connection.failed('a', 10_000)).toBe('host');
    expect(await watch(50, { patienceMs: 5 }).connection.failed('a', 10_000)).toBe('host');
  });

  it('is not declared while some host has just answered', async () => {
    let now = 0;
    const { connection } = watch(50, { patienceMs: 5, now: () => now });
    connection.answered();
    now = 500;
    expect(await Promise.all(['a', 'b', 'c'].map((host) => connection.failed(host, 400)))).toEqual(['host', 'host', 'host']);
  });
});
