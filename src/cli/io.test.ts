import { expect, test, vi } from 'vitest';
import { processIo } from './io.ts';

test('a note shows what it quotes of files and pages, and never obeys it', () => {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    processIo().note('not read: "\u001b[2Jname", "\u202eeman"\nnext');
    expect(written.mock.calls.map(([text]) => text)).toEqual(['not read: "\\u{1b}[2Jname", "\\u{202e}eman"\nnext\n']);
  } finally {
    written.mockRestore();
    signals.forEach((signal, n) => {
      for (const listener of process.listeners(signal)) if (!before[n]?.includes(listener)) process.removeListener(signal, listener);
    });
  }
});
