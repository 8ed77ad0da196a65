import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { saveAs } from '../../../acts/save-as.ts';
import { Refused } from '../../../api/ask.ts';
import { asking } from '../../../api/queries.ts';
import type { Checkpoint as Head } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Section } from '../../../parts/page.tsx';
import { Fact, Facts } from '../../../parts/facts.tsx';
import { useWords } from '../../../words/use-words.ts';
import css from '../settings.module.css';

/** The signed head of the log, to be kept elsewhere. */
export function Checkpoint(): ReactNode {
  const say = useWords('settings');
  const query = useQuery(asking('GET /api/v1/log/checkpoint', {}));
  const isEmpty = query.error instanceof Refused && query.error.problem.code === 'not-found';
  return (
    <Section
      title={say('checkpoint')}
      acts={
        query.data !== undefined && (
          <Button icon={<Download aria-hidden="true" />} onClick={() => save(query.data)}>
            {say('downloadCheckpoint')}
          </Button>
        )
      }
    >
      <p className={css.hint}>{say('checkpointHint')}</p>
      {isEmpty ? <p>{say('noEntries')}</p> : <Answered query={query}>{(head) => <SignedHead head={head} />}</Answered>}
    </Section>
  );
}

function SignedHead({ head }: { readonly head: Head }): ReactNode {
  const say = useWords('settings');
  return (
    <>
      <Facts>
        <Fact label={say('entries')}>{head.size}</Fact>
        <Fact label={say('origin')}>
          <code>{head.origin}</code>
        </Fact>
        <Fact label={say('root')}>
          <Digest value={head.root} whole />
        </Fact>
        <Fact label={say('publicKey')}>
          <Digest value={head.key} whole />
        </Fact>
      </Facts>
      <pre className={css.note}>{head.checkpoint}</pre>
    </>
  );
}

function save({ checkpoint, size }: Head): void {
  saveAs(`checkpoint-${size}.txt`, checkpoint, 'text/plain');
}
