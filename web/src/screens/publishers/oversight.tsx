import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../api/who.ts';
import type { PublisherProfile } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { inFull } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { OversightForm, type Wanted } from './oversight-form.tsx';
import css from './publishers.module.css';

type Link_ = PublisherProfile['oversight'][number];

/** Who oversees the publisher and whom it oversees, as people said; and what its own texts say of it. */
export function Oversight({ profile }: { readonly profile: PublisherProfile }): ReactNode {
  const say = useWords('publishers');
  const may = useMay('analyst');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { id, oversight, overseersInText } = profile;
  const above = oversight.filter(({ publisher }) => publisher === id);
  const below = oversight.filter(({ publisher }) => publisher !== id);
  return (
    <Section
      title={say('oversight')}
      acts={may ? <Button onClick={() => setWanted({ link: 'link', overseer: '', why: '' })}>{say('record')}</Button> : undefined}
    >
      {oversight.length === 0 && <p className={css.soft}>{say('nobodyOversees')}</p>}
      <Said
        title={say('overseenBy')}
        links={above}
        otherOf={({ overseer }) => overseer}
        onTakeBack={may ? ({ overseer, name }) => setWanted({ link: 'unlink', overseer, name, why: '' }) : undefined}
      />
      <Said title={say('oversees')} links={below} otherOf={({ publisher }) => publisher} />
      {overseersInText.length > 0 && (
        <>
          <h3>{say('textsSay')}</h3>
          <p className={css.beside}>{say('textsSayHint')}</p>
          <ul className={css.lines}>
            {overseersInText.map(({ name, quote, noticeId, notices }) => (
              <li key={name} className={css.line}>
                <span className={css.title}>
                  <ShownText text={name} />
                </span>
                <q>
                  <ShownText text={quote} />
                </q>
                <span className={css.lineEnd}>
                  <Link to="/notices/$id" params={{ id: noticeId }}>
                    {say('inNotices', { count: notices })}
                  </Link>
                  {may && !above.some((one) => one.name === name) && (
                    <Button kind="quiet" onClick={() => setWanted({ link: 'link', overseer: name, why: say('whyText', { quote }) })}>
                      {say('recordThis')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {wanted !== null && <OversightForm publisher={profile} wanted={wanted} onClose={() => setWanted(null)} />}
    </Section>
  );
}

function Said({
  title,
  links,
  otherOf,
  onTakeBack,
}: {
  readonly title: string;
  readonly links: readonly Link_[];
  readonly otherOf: (link: Link_) => string;
  readonly onTakeBack?: ((link: Link_) => void) | undefined;
}): ReactNode {
  const say = useWords('publishers');
  const language = useLanguage();
  const who = useWho();
  if (links.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={css.lines}>
        {links.map((link) => {
          const other = otherOf(link);
          return (
            <li key={`${link.publisher} ${link.overseer}`} className={css.line}>
              {other === link.name ? (
                <span className={css.title}>
                  <ShownText text={link.name} />
                </span>
              ) : (
                <Link to="/publishers" search={{ publisher: other }} className={css.title}>
                  <ShownText text={link.name} />
                </Link>
              )}
              <span>
                <ShownText text={link.why} />
              </span>
              <span className={css.lineEnd}>
                {say('saidBy', { by: who(link.by), at: inFull(link.at, language), index: link.logIndex })}
                {onTakeBack !== undefined && (
                  <Button kind="quiet" onClick={() => onTakeBack(link)}>
                    {say('takeBack')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
