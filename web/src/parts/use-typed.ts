import { useState } from 'react';

/**
 * What is typed into a field whose words stand elsewhere, as in the address, which follows a moment later: what was typed is shown at once, so that no letter is lost
 * and an input method can compose; what stands there is shown as soon as it is none of what was sent there.
 */
export function useTyped(value: string, onType: (text: string) => void): readonly [text: string, type: (text: string) => void] {
  const [{ text, known, sent }, set] = useState<{ readonly text: string; readonly known: string; readonly sent: readonly string[] }>({
    text: value,
    known: value,
    sent: [],
  });
  if (value !== known) {
    const at = sent.indexOf(value);
    set(at < 0 ? { text: value, known: value, sent: [] } : { text, known: value, sent: sent.slice(at + 1) });
  }
  const type = (next: string): void => {
    set((now) => ({ ...now, text: next, sent: [...now.sent, next] }));
    onType(next);
  };
  return [text, type];
}
