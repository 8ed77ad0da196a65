import { writeSync } from 'node:fs';
import type { Store } from '../../src/store/port.ts';
import { listVersion, listing } from './listed.ts';
import { T0, capture, check, iso, request, subjectOf, visit } from './watcher.ts';

/**
 * A worker in a process of its own: `node child.ts open|record|update|drain <worker> <opener> <target>`.
 * `open` logs one event and prints how many there are; `record` visits for ever and prints the log index of each commit once it is acknowledged; `update` takes in versions of the list `l` for ever and prints the number of each; `drain` visits what is due, once, and prints the subjects.
 */
const [role, workerId = '', opener = '', target = ''] = process.argv.slice(2);
const { openStore } = (await import(opener)) as { openStore: (target: string) => Promise<Store> };
const store = await openStore(target);
const worker = { id: workerId, pid: process.pid };
await store.register(worker);
if (role === 'open') await logOne();
else if (role === 'record') await record();
else if (role === 'update') await update();
else await drain();
await store.close();

async function logOne(): Promise<void> {
  await store.recordEvent({ type: 'event', event: 'online', at: iso(T0), detail: workerId });
  writeSync(1, `${await store.logSize()}\n`);
}

async function record(): Promise<never> {
  // Time runs on from where the log stands, so that everything is due again and again.
  for (let now = T0 + ((await store.logSize()) + 1) * 100_000; ; now += 100_000) {
    const claims = await store.claimDue(request(now, { worker, limit: 5, paceMs: 0, leaseMs: 1e12 }));
    const recorded = await store.recordVisits(
      claims.map((claim, n) => {
        if (claim.kind === 'source') return check(claim, now, []);
        const made = n % 2 === 0 ? capture(claim, now) : null;
        return visit(
          claim,
          now,
          { capture: made?.record.sha256 ?? null },
          { capture: made, due: { at: now, class: 'follow', rank: 0, intervalMs: null } },
        );
      }),
    );
    for (const { logIndex } of recorded) writeSync(1, `${logIndex}\n`);
  }
}

async function update(): Promise<never> {
  for (;;) {
    const number = ((await store.findList('l'))?.current?.version ?? 0) + 1;
    // Half of the listings change with each version, the other half stands.
    const rows = Array.from({ length: 300 }, (_, n) => listing('l', String(n), n % 2 === 0 ? `version ${number}` : 'always'));
    await store.recordListVersion({ list: 'l', rows, version: () => listVersion(String(number)), hold: () => false });
    writeSync(1, `${number}\n`);
  }
}

async function drain(): Promise<void> {
  for (let now = T0; ; now += 1) {
    const claims = await store.claimDue(request(now, { worker, limit: 4, paceMs: 0 }));
    if (claims.length === 0 && (await isDone(now))) return;
    for (const claim of claims) if (claim.kind === 'notice') writeSync(1, `${subjectOf(claim)}\n`);
    await store.recordVisits(claims.map((claim) => (claim.kind === 'source' ? check(claim, now, []) : visit(claim, now))));
  }
}

/** Nothing is due within the hour; what another process holds at the moment is looked for again. */
async function isDone(now: number): Promise<boolean> {
  const wait = await store.nextDueInMs({ now });
  return wait === undefined || wait > 120_000;
}
