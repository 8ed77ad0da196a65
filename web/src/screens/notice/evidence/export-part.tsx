import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayRefused } from '../../../acts/done.ts';
import { saveAs } from '../../../acts/save-as.ts';
import { addressOf, ask, messageOf } from '../../../api/ask.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useMay } from '../../../api/who.ts';
import { AnalystButton } from '../../../parts/analyst-button.tsx';
import { Button } from '../../../parts/button.tsx';
import { Tick } from '../../../parts/field.tsx';
import { fileSize } from '../../../parts/file-size.ts';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { useExport } from './export-made.ts';
import css from './evidence-list.module.css';

/** Of a file; titles may be megabytes long. */
const LONGEST_NAME = 80;

/** What can be taken away: all evidence as a package that proves itself, or what is known as JSON. */
export function ExportPart({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const language = useLanguage();
  const may = useMay('analyst');
  const [reveal, setReveal] = useState(false);
  const made = useExport(notice.id);
  const { data } = made;
  const name = (notice.title ?? notice.id).slice(0, LONGEST_NAME);
  const leftOut: unknown = data?.['leftOut'];
  const save = async (): Promise<void> => {
    try {
      const known = await ask('GET /api/v1/notices/:id', { params: { id: notice.id }, query: {} });
      saveAs(`${notice.id}.json`, JSON.stringify(known, null, 2), 'application/json');
    } catch (error) {
      sayRefused(messageOf(error));
    }
  };
  return (
    <>
      <section className={css.part} aria-label={say('package')}>
        <h3>{say('package')}</h3>
        <p className={css.under}>{say('packageHint')}</p>
        <Tick
          label={say('withContacts')}
          hint={say('withContactsHint')}
          checked={reveal}
          disabled={!may}
          onChange={({ target }) => setReveal(target.checked)}
        />
        <ProblemLine error={made.error} />
        <div className={css.acts} role="status">
          <AnalystButton kind="main" disabled={made.isPending} onClick={() => made.mutate(reveal)}>
            {say(made.isPending ? 'exporting' : 'makePackage')}
          </AnalystButton>
          {data !== undefined && (
            <a href={addressOf('GET /api/v1/exports/:id', { params: { id: data.id }, query: { name } })} download>
              {say('savePackage', { size: fileSize(data.bytes, language) })}
            </a>
          )}
        </div>
        {data !== undefined && <p className={css.soft}>{say('packageVerify')}</p>}
        {Array.isArray(leftOut) && leftOut.length > 0 && <p className={css.soft}>{say('leftOut', { count: leftOut.length })}</p>}
      </section>
      <section className={css.part} aria-label={say('json')}>
        <h3>{say('json')}</h3>
        <p className={css.under}>{say('jsonHint')}</p>
        <Button icon={<Download aria-hidden="true" />} onClick={() => void save()}>
          {say('saveJson')}
        </Button>
      </section>
    </>
  );
}
