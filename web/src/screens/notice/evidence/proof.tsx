import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, messageOf } from '../../../api/ask.ts';
import { asking } from '../../../api/queries.ts';
import type { Capture, NoticeInFull } from '../../../api/routes.gen.ts';
import { sayRefused } from '../../../acts/done.ts';
import { saveAs } from '../../../acts/save-as.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Fact, Facts } from '../../../parts/facts.tsx';
import { Choice } from '../../../parts/field.tsx';
import { inFull, Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { captureName } from './capture-names.ts';
import { VerifyNow } from './verify-now.tsx';
import css from './evidence-list.module.css';

/** A receipt: what was fetched, when, from which address, its digest, its place in the log, and the checkpoint that has it; to be verified here and now. */
export function Proof({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const [chosen, setChosen] = useState<string | null>(null);
  const sha256 = chosen ?? notice.reading?.capture ?? notice.captures.at(-1)?.sha256;
  return (
    <>
      <section className={css.part} aria-label={say('receipt')}>
        <h3>{say('receipt')}</h3>
        {sha256 === undefined ? (
          <p className={css.nothing}>{say('noCapture')}</p>
        ) : (
          <Receipt notice={notice} sha256={sha256} onChoose={setChosen} />
        )}
      </section>
      <VerifyNow notice={notice} />
    </>
  );
}

function Receipt({
  notice,
  sha256,
  onChoose,
}: {
  readonly notice: NoticeInFull;
  readonly sha256: string;
  readonly onChoose: (sha256: string) => void;
}): ReactNode {
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
  const visit = notice.observations.find((one) => one.capture === sha256);
  return (
    <>
      <Which notice={notice} sha256={sha256} onChoose={onChoose} />
      <Answered query={capture}>
        {({ url, finalUrl, at, status, ip, bytes, payload, logIndex }) => (
          <>
            <Facts ruled>
              <Fact label={say('proofWhat')}>
                {status === null ? say('noStatus') : say('status', { status })} · {say('bytes', { count: bytes })}
              </Fact>
              <Fact label={say('proofWhen')}>
                <Moment at={at} />
              </Fact>
              <Fact label={say('proofFrom')}>
                <ShownText text={url} />
                {finalUrl !== url && (
                  <span className={css.soft}>
                    {' → '}
                    <ShownText text={finalUrl} />
                  </span>
                )}
                {ip !== null && <span className={css.soft}>{` (${ip})`}</span>}
              </Fact>
              <Fact label={say('proofDigest')}>
                <Digest value={sha256} whole />
              </Fact>
              {payload !== null && (
                <Fact label={say('proofPayload')}>
                  <Digest value={payload} whole />
                </Fact>
              )}
              <Fact label={say('proofIndex')}>
                {say('captureEntry', { index: logIndex })}
                {visit !== undefined && <span className={css.soft}>{` · ${say('visitEntry', { index: visit.logIndex })}`}</span>}
              </Fact>
              {head.data !== undefined && <Checkpoint head={head.data} />}
            </Facts>
            <div className={`${css.acts} no-print`}>
              <Button onClick={() => void save()}>{say('saveProof')}</Button>
            </div>
          </>
        )}
      </Answered>
    </>
  );
}

/** Which capture the receipt is of, where there are several: each called after what it shows. */
function Which({
  notice: { captures, observations },
  sha256,
  onChoose,
}: {
  readonly notice: NoticeInFull;
  readonly sha256: string;
  readonly onChoose: (sha256: string) => void;
}): ReactNode {
  const say = useWords('notice');
  const language = useLanguage();
  const called = (capture: Capture): string =>
    `${say(captureName(capture.sha256, observations, captures))} · ${inFull(capture.at, language)}`;
  if (captures.length < 2) return null;
  return (
    <div className={`${css.under} no-print`}>
      <Choice
        label={say('receiptOf')}
        value={sha256}
        options={captures.map((capture) => [capture.sha256, called(capture)] as const)}
        onChange={({ target }) => onChoose(target.value)}
      />
    </div>
  );
}

function Checkpoint({ head }: { readonly head: Readonly<Record<string, unknown>> }): ReactNode {
  const say = useWords('notice');
  const { origin, size, root, key } = head;
  if (typeof origin !== 'string' || typeof size !== 'number' || typeof root !== 'string' || typeof key !== 'string') return null;
  return (
    <>
      <Fact label={say('proofCheckpoint')}>
        {say('proofHead', { size })} <span className={css.soft}>{origin}</span>
      </Fact>
      <Fact label={say('proofRoot')}>
        <Digest value={root} whole />
      </Fact>
      <Fact label={say('proofKey')}>
        <Digest value={key} whole />
      </Fact>
    </>
  );
}
