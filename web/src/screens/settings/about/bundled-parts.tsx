import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answered } from '../../../parts/answered.tsx';
import { Section } from '../../../parts/page.tsx';
import { useWords } from '../../../words/use-words.ts';
import css from '../settings.module.css';

interface Part {
  readonly name: string;
  readonly version: string;
  /** As SPDX has it. */
  readonly identifier: string;
  readonly text?: string | null;
}

/** The work of others that is built into the page, each with its licence. The build writes the list. */
export function BundledParts(): ReactNode {
  const say = useWords('settings');
  const query = useQuery({
    queryKey: ['licences'],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<readonly Part[]> => {
      const response = await fetch('/assets/licences.json', { signal });
      if (!response.ok) throw new Error(`/assets/licences.json: ${response.status}`);
      return (await response.json()) as readonly Part[];
    },
  });
  return (
    <Section title={say('parts')}>
      <p className={css.hint}>{say('partsHint')}</p>
      <Answered query={query}>
        {(parts) => (
          <ul className={css.parts}>
            {parts.map(({ name, version, identifier, text }) => (
              <li key={`${name}@${version}`}>
                <details>
                  <summary>
                    {name} {version} <span className={css.aside}>{identifier}</span>
                  </summary>
                  <pre className={css.note}>{text ?? identifier}</pre>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  );
}
