import { memo, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import type { Glossary } from '../../api/glossary.ts';
import type { Notice } from '../../api/routes.gen.ts';
import { Chip } from '../../parts/chip.tsx';
import { duration, Moment } from '../../parts/moment.tsx';
import { Priority } from '../../parts/priority.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWho } from '../../words/use-who.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { readReason, reasonInWords } from '../../parts/reason-words.ts';
import css from './notice-row.module.css';

/** As many goods as a row names. */
const GOODS = 3;
/** Nobody reads more of a title in a list, and a hostile one may be megabytes long. */
const LONGEST_TITLE = 300;

interface Props {
  readonly notice: Notice | undefined;
  readonly place: number;
  readonly total: number;
  readonly href: string;
  readonly glossary: Glossary;
  readonly chosen: boolean;
  readonly selected: boolean;
  readonly style: CSSProperties;
  /** By mouse, or by the row's own keys. */
  readonly onOpen: (place: number, byKeys: boolean) => void;
  readonly onSelect: (place: number, upTo: boolean) => void;
}

/** Why a notice is in the list: how much it matters, what it is called, what it is about, what became of it, where it was found and how fast. */
export const NoticeRow = memo(function NoticeRow(props: Props): ReactNode {
  const { notice, place, total, chosen, selected, style } = props;
  return (
    <li
      className={css.row}
      style={style}
      aria-setsize={total}
      aria-posinset={place + 1}
      data-place={place}
      data-chosen={chosen}
      data-selected={selected}
      data-judged={notice !== undefined && notice.triage.state === 'dismissed'}
    >
      {notice === undefined ? <Ghost /> : <Filled {...props} notice={notice} />}
    </li>
  );
});

function Filled({ notice, place, href, glossary, chosen, selected, onOpen, onSelect }: Props & { readonly notice: Notice }): ReactNode {
  const say = useWords('inbox');
  const title = shortTitle(notice) ?? say('untitled');
  const opened = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) onSelect(place, true);
    // A click without a pointer is the Enter key.
    else onOpen(place, event.detail === 0);
  };
  return (
    <>
      <input
        type="checkbox"
        className={css.tick}
        tabIndex={chosen ? 0 : -1}
        checked={selected}
        aria-label={say('select', { title: shownString(title) })}
        onClick={(event) => onSelect(place, event.shiftKey)}
        onChange={() => undefined}
      />
      <span
        className={css.priority}
        title={[say('why'), ...notice.reasons.map((reason) => shownString(reasonInWords(reason, glossary, say)))].join('\n')}
      >
        <Priority value={notice.priority} />
      </span>
      <div className={css.words}>
        <p className={css.first}>
          <a
            href={href}
            className={css.title}
            data-row={place}
            tabIndex={chosen ? 0 : -1}
            aria-current={chosen ? 'true' : undefined}
            aria-describedby={`about-${notice.id}`}
            onClick={opened}
            lang={notice.lang === 'und' ? undefined : notice.lang}
            dir="auto"
          >
            <ShownText text={title} />
          </a>
          <span className={css.age}>
            <Moment at={notice.firstSeenAt} about />
          </span>
        </p>
        <div id={`about-${notice.id}`}>
          <About notice={notice} glossary={glossary} />
          <Meta notice={notice} />
        </div>
      </div>
    </>
  );
}

/** A gloss of the notice, made of what the catalogue calls its goods, and no translation of its text; then what makes it matter more. */
function About({ notice, glossary }: { readonly notice: Notice; readonly glossary: Glossary }): ReactNode {
  const [say, terms] = [useWords('inbox'), useWords('terms')];
  const language = useLanguage();
  const { goods, destination, tradeNames, reasons, lang, listed, copies, copiesStanding, copiesBefore } = notice;
  // Whoever cannot read the title is told what beside goods makes it matter, as far as the catalogue has a word for it.
  const asked =
    lang === language
      ? []
      : reasons
          .flatMap((one) => intentOf(one) ?? [])
          .slice(0, 1)
          .map((id) => glossary.intent(id));
  const named = [...goods.slice(0, GOODS).map((concept) => glossary.goods(concept)), ...asked];
  const countries = destination.slice(0, 2).map((code) => glossary.country(code));
  const standing = listed.filter(({ verdict }) => verdict !== 'cleared');
  return (
    <p className={css.about}>
      <span className={css.gloss} title={named.join(' · ')}>
        {named.join(' · ')}
        {goods.length > GOODS && ` ${say('moreGoods', { count: goods.length - GOODS })}`}
        {goods.length === 0 && tradeNames.slice(0, GOODS).join(' · ')}
        {countries.length > 0 && <span className={css.to}> {say('toCountry', { country: countries.join(', ') })}</span>}
      </span>
      {standing.length > 0 && (
        <Chip strong title={standing.map(({ caption, list }) => shownString(`${caption} (${list})`)).join('\n')}>
          {terms('listedParty')}
        </Chip>
      )}
      {copies > 0 && (
        <Chip
          title={[...(copiesBefore > 0 ? [say('before', { count: copiesBefore })] : []), say('standing', { count: copiesStanding })].join(
            '\n',
          )}
        >
          {copiesBefore > 0 ? say('isCopy') : say('copies', { count: copies })}
        </Chip>
      )}
    </p>
  );
}

/** The intent that a reason of the priority names. */
function intentOf(reason: string): string | null {
  const read = readReason(reason);
  return read?.kind === 'intent' ? read.what : null;
}

/** What became of it, who published it, where it was found and how long after. */
function Meta({ notice }: { readonly notice: Notice }): ReactNode {
  const [say, terms] = [useWords('inbox'), useWords('terms')];
  const language = useLanguage();
  const who = useWho();
  const { state, pending, triage, sources, publisher, lagSeconds } = notice;
  const lag = lagSeconds === null || lagSeconds < 0 ? null : duration(lagSeconds, language);
  const words = [publisher, sources[0]?.name].map((name) => name?.slice(0, LONGEST_TITLE) ?? '');
  return (
    <p className={css.meta}>
      <StateMark state={state} pending={pending} />
      {triage.state !== 'new' && <Chip>{terms(triage.state === 'dismissed' ? 'triageDismissed' : 'triageEscalated')}</Chip>}
      {triage.assignee !== null && <span className={css.assignee}>{say('whose', { name: who(triage.assignee) })}</span>}
      {words.map(
        (name, place) =>
          name !== '' && (
            <span key={place === 0 ? 'publisher' : 'source'} className={place === 0 ? css.publisher : css.source} title={shownString(name)}>
              {place === 0 ? <PublisherName name={name} brief /> : <ShownText text={name} />}
            </span>
          ),
      )}
      {lag !== null && <span title={say('lag', { time: lag })}>{say('lagShort', { time: lag })}</span>}
    </p>
  );
}

function Ghost(): ReactNode {
  return (
    <div className={css.ghost} aria-hidden="true">
      <span />
      <span />
    </div>
  );
}

export function shortTitle({ title, url }: Pick<Notice, 'title' | 'url'>): string | null {
  const text = (title ?? url).slice(0, LONGEST_TITLE).trim();
  return text === '' ? null : text;
}
