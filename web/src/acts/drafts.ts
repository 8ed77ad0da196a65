import { useState } from 'react';

/** What was typed, as long as the page is open: whoever looks at another tab finds it again. In memory alone, since names are nobody else's business. */
const drafts = new Map<string, unknown>();

export function useDraft<Value>(name: string, first: () => Value): readonly [Value, (next: Value) => void] {
  const [value, setValue] = useState<Value>(() => (drafts.has(name) ? (drafts.get(name) as Value) : first()));
  return [
    value,
    (next) => {
      drafts.set(name, next);
      setValue(next);
    },
  ];
}

/** Forgets what was typed under names that begin so. */
export function dropDrafts(prefix: string): void {
  for (const name of drafts.keys()) if (name.startsWith(prefix)) drafts.delete(name);
}
