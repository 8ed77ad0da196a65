import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask, messageOf } from '../../../api/ask.ts';
import { asking } from '../../../api/queries.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { sayRefused } from '../../../acts/done.ts';
import { saveAs } from '../../../acts/save-as.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { VerifyNow } from './verify-now.tsx';
import css from './evidence-list.module.css';

/** A receipt: what was fetched, when, from which address, its digest, its place in the log, and the checkpoint that has it; to be verified here and now. */
export function Proof({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const sha256 = notice.reading?.capture ?? notice.captures.at(-1)?.sha256;
  return (
    <>
      <section className={css.part} aria-label={say('receipt')}>
        <h3>{say('receipt')}</h3>
        {sha256 === undefined ? <p className={css.nothing}>{say('noCapture')}</p> : <Receipt sha256={sha256} />}
      </section>
      <VerifyNow notice={notice} />
    </>
  );
}

function Receipt({ sha256 }: { readonly sha256: string }): ReactNode {
  const say = useWords('notice');
  const capture = useQuery(asking('GET /api/v1/captures/:sha256', { params: { sha256 } }));
  const head = useQuery(asking('GET /api/v1/log/checkpoint', {}));
  const save = async (): Promise<void> => {
    try {
      const { proof } = await ask('GET /api/v1/log/proofs/:digest', { params: { digest: sha256 } });
      saveAs(`${sha256.slice(0, 16)}.tlog-proof`, proof, 'text/plain');
    } catch (error) {
      sayRefused(messageOf(error));
    }
  };
  return (
    <Answered query={capture}>
      {({ url, finalUrl, at, status, ip, bytes, payload, logIndex }) => (
        <>
          <dl className={css.pairs}>
            <Pair term={say('proofWhat')}>
              {status === null ? say('noStatus') : say('status', { status })} · {say('bytes', { count: bytes })}
            </Pair>
            <Pair term={say('proofWhen')}>
              <Moment at={at} />
            </Pair>
            <Pair term={say('proofFrom')}>
              <ShownText text={url} />
              {finalUrl !== url && (
                <span className={css.soft}>
                  {' → '}
                  <ShownText text={finalUrl} />
                </span>
              )}
              {ip !== null && <span className={css.soft}>{` (${ip})`}</span>}
            </Pair>
            <Pair term={say('proofDigest')}>
              <Digest value={sha256} whole />
            </Pair>
            {payload !== null && (
              <Pair term={say('proofPayload')}>
                <Digest value={payload} whole />
              </Pair>
            )}
            <Pair term={say('proofIndex')}>{say('proofEntry', { index: logIndex })}</Pair>
            {head.data !== undefined && <Checkpoint head={head.data} />}
          </dl>
          <div className={`${css.acts} no-print`}>
            <Button onClick={() => void save()}>{say('saveProof')}</Button>
          </div>
        </>
      )}
    </Answered>
  );
}

function Checkpoint({ head }: { readonly head: Readonly<Record<string, unknown>> }): ReactNode {
  const say = useWords('notice');
  const { origin, size, root, key } = head;
  if (typeof origin !== 'string' || typeof size !== 'number' || typeof root !== 'string' || typeof key !== 'string') return null;
  return (
    <>
      <Pair term={say('proofCheckpoint')}>
        {say('proofHead', { size })} <span className={css.soft}>{origin}</span>
      </Pair>
      <Pair term={say('proofRoot')}>
        <Digest value={root} whole />
      </Pair>
      <Pair term={say('proofKey')}>
        <Digest value={key} whole />
      </Pair>
    </>
  );
}

function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
