import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { answers, forget } from './queries.ts';

test('an answer that is on its way for the first time is asked for anew too, since it may be older than what changed', async () => {
  const asked: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(answers, {
    queryKey: ['GET /api/v1/claims', {}],
    queryFn: () => new Promise<string>((resolve) => void asked.push(resolve)),
  });
  const stop = observer.subscribe(() => undefined);
  await expect.poll(() => asked.length).toBe(1);
  forget('GET /api/v1/claims');
  asked[0]?.('before');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.('after');
  await expect.poll(() => observer.getCurrentResult().data).toBe('after');
  stop();
  answers.clear();
});
