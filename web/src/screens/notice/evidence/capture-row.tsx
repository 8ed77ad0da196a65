import { useState, type ReactNode } from 'react';
import { addressOf } from '../../../api/ask.ts';
import type { Capture } from '../../../api/routes.gen.ts';
import { useMay } from '../../../api/who.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { modeOf } from './capture-names.ts';
import { useCapturedText } from './side-by-side.tsx';
import css from './evidence-list.module.css';

const SHOWN = 200_000;

/** A capture that no visit names: when and how it was made, and what can be had of it. */
export function CaptureRow({ capture }: { readonly capture: Capture }): ReactNode {
  return (
    <li>
      <Moment at={capture.at} />
      <CaptureFacts capture={capture} />
    </li>
  );
}

/** What the server answered from where, its digest; its text to read here and its bytes to save. */
export function CaptureFacts({ capture }: { readonly capture: Capture }): ReactNode {
  const say = useWords('notice');
  const may = useMay('analyst');
  const [open, setOpen] = useState(false);
  const { sha256, status, ip, mode, warc, logIndex, forgotten } = capture;
  return (
    <>
      <p className={css.soft}>
        {status === null ? say('noStatus') : say('status', { status })}
        {ip !== null && ` · ${ip}`}
        {` · ${say(modeOf(mode))}`}
        {' · '}
        <Digest value={sha256} />
        {` · ${say('captureEntry', { index: logIndex })}`}
      </p>
      {forgotten !== null && (
        <p>
          {say('forgotten')} <Moment at={forgotten.at} />: <ShownText text={forgotten.why} />
        </p>
      )}
      {warc === null && forgotten === null && <p className={css.soft}>{say('dropped')}</p>}
      {warc !== null && (
        <div className={`${css.acts} no-print`}>
          {mode !== 'images' && mode !== 'browser' && (
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              {say('asText')}
            </Button>
          )}
          {may && (
            <a href={addressOf('GET /api/v1/captures/:sha256/warc', { params: { sha256 } })} download>
              {say('asWarc')}
            </a>
          )}
        </div>
      )}
      {open && <CapturedText sha256={sha256} />}
    </>
  );
}

function CapturedText({ sha256 }: { readonly sha256: string }): ReactNode {
  const say = useWords('notice');
  const query = useCapturedText(sha256, false);
  return (
    <Answered query={query} lines={4}>
      {(text) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
        <pre className={css.plain} tabIndex={0} role="region" aria-label={say('asText')}>
          <ShownText text={text.slice(0, SHOWN)} />
        </pre>
      )}
    </Answered>
  );
}
