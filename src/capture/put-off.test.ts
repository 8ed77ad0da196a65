import { expect, it } from 'vitest';
import { BrokenOff, PutOff, waitUnlessStopped } from './put-off.ts';

const now = (): number => 7000;

it('a wait for the pace of a host ends when the program stops, and says nothing of the host', async () => {
  const stop = new AbortController();
  const waiting = waitUnlessStopped(60_000, 'slow.example', now, undefined, stop.signal);
  stop.abort();
  const error = await waiting.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PutOff);
  expect(error).toBeInstanceOf(BrokenOff);
  expect((error as BrokenOff).untilMs).toBe(7000);
  expect((error as BrokenOff).message).toMatch(/the program stops.*slow\.example/);
  await expect(waitUnlessStopped(60_000, 'slow.example', now, stop.signal)).rejects.toBeInstanceOf(BrokenOff);
});

it('a wait that nobody stops comes to its end', async () => {
  await waitUnlessStopped(1, 'slow.example', now);
  await waitUnlessStopped(1, 'slow.example', now, new AbortController().signal);
});
