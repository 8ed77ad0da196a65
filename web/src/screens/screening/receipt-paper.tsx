import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import type { Receipt } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { inFull, Moment } from '../../parts/moment.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { isByHand } from './by-hand.ts';
import { isRole, ROLE_WORDS } from './column-roles.ts';
import css from './receipt-paper.module.css';
import { rowTrouble } from './row-troubles.ts';

const SHOWN_BAD = 50;

/** A receipt as a page that can go into a file: what was asked, against which lists, what was found, and where the log has it. */
export function ReceiptPaper({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const say = useWords('screening');
  const shell = useWords('shell');
  const language = useLanguage();
  const { counts, file } = receipt;
  const [shownAt] = useState(() => new Date().toISOString());
  return (
    <article className={css.paper}>
      <header className={css.head}>
        <div>
          <h2>{counts.hits === 0 ? say('receiptNothing') : say('receiptFound', { count: counts.hits })}</h2>
          <p className={css.soft}>{counts.hits === 0 ? say('receiptNothingText') : say('receiptFoundText')}</p>
        </div>
        <div className={`${css.acts} no-print`}>
          <Link to="/screening" search={{ tab: 'receipts' }}>
            {say('allReceipts')}
          </Link>
          <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
            {shell('print')}
          </Button>
        </div>
      </header>
      <Facts ruled>
        <Fact label={say('receiptId')}>
          <Digest value={receipt.id} whole />
        </Fact>
        <Fact label={say('receiptAt')}>
          <Moment at={receipt.at} />
        </Fact>
        {file !== null && (
          <>
            {!isByHand(receipt) && (
              <Fact label={say('receiptFile')}>
                <bdi>{file.name}</bdi>
              </Fact>
            )}
            <Fact label={say(isByHand(receipt) ? 'receiptLinesDigest' : 'receiptFileDigest')}>
              <Digest value={file.sha256} whole />
            </Fact>
          </>
        )}
        {receipt.asked !== undefined && (
          <Fact label={say('receiptAsked')}>
            <Digest value={receipt.asked} whole />
          </Fact>
        )}
        {receipt.results !== undefined && (
          <Fact label={say('receiptResults')}>
            <Digest value={receipt.results} whole />
          </Fact>
        )}
        <Fact label={say('receiptCounts')}>
          {say('receiptCountsText', { rows: counts.rows, hits: counts.hits, matches: counts.matches, unreadable: counts.unreadable })}
        </Fact>
        <Fact label={say('receiptThreshold')}>{receipt.threshold}</Fact>
        <Fact label={say('receiptRecipe')}>
          <code>{receipt.recipe}</code>
        </Fact>
        <Fact label={say('receiptLogIndex')}>{receipt.logIndex}</Fact>
      </Facts>
      <section>
        <h3>{say('receiptLists')}</h3>
        <ul className={css.lists}>
          {receipt.lists.map(({ list, version, sha256, publishedAt }) => (
            <li key={list}>
              <Link to="/lists" search={{ list }}>
                {list}
              </Link>{' '}
              {say('versionNumber', { version })}
              {publishedAt !== null && ` · ${say('publishedAt', { at: inFull(publishedAt, language) })}`}
              <br />
              <Digest value={sha256} whole />
            </li>
          ))}
        </ul>
      </section>
      {receipt.columns !== undefined && Object.keys(receipt.columns).length > 0 && (
        <section>
          <h3>{say('receiptColumns')}</h3>
          <p>
            {Object.entries(receipt.columns)
              .map(([role, column]) => `${isRole(role) ? say(ROLE_WORDS[role]) : role}: ${column}`)
              .join(' · ')}
          </p>
        </section>
      )}
      <Unread receipt={receipt} />
      {receipt.asked !== undefined && <AskIfOf id={receipt.id} />}
      <footer className={css.foot}>{shell('printedAt', { at: inFull(shownAt, language), address: window.location.href })}</footer>
    </article>
  );
}

/** Rows that could not be read, and values that were not understood: a receipt that hides them proves nothing. */
function Unread({ receipt: { unreadable, ignored, counts } }: { readonly receipt: Receipt }): ReactNode {
  const say = useWords('screening');
  if (unreadable.length === 0 && ignored === undefined) return null;
  return (
    <section>
      <h3>{say('unreadTitle')}</h3>
      <ul className={css.bad}>
        {unreadable.slice(0, SHOWN_BAD).map(({ line, key, why }) => (
          <li key={`${line} ${key ?? ''}`}>
            {say('lineNumber', { line })}
            {key !== undefined && ` · ${key}`} · <Trouble why={why} />
          </li>
        ))}
        {counts.unreadable > Math.min(SHOWN_BAD, unreadable.length) && (
          <li>{say('andMore', { count: counts.unreadable - Math.min(SHOWN_BAD, unreadable.length) })}</li>
        )}
        {ignored?.values.map(({ what, value, cells }) => (
          <li key={`${what} ${value ?? ''}`}>
            {say('ignoredValue', { what: isRole(what) ? say(ROLE_WORDS[what]) : what, value: value ?? '–', count: cells })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Trouble({ why }: { readonly why: string }): ReactNode {
  const say = useWords('screening');
  const known = rowTrouble(why);
  return known === null ? <span lang="en">{why}</span> : say(known.key, known.values);
}

/** The receipt holds a digest in place of the name; whoever has the name can prove that it is of it. */
function AskIfOf({ id }: { readonly id: string }): ReactNode {
  const say = useWords('screening');
  const [name, setName] = useState('');
  const check = useMutation({
    mutationFn: () => ask('POST /api/v1/receipts/:id/verify', { params: { id }, body: { query: name.trim() } }),
  });
  return (
    <form
      className={`${css.ofName} no-print`}
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate();
      }}
    >
      <Field
        label={say('isItOf')}
        hint={say('isItOfHint')}
        required
        autoComplete="off"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          check.reset();
        }}
      />
      <Button type="submit" disabled={name.trim() === '' || check.isPending}>
        {say('checkReceipt')}
      </Button>
      <ProblemLine error={check.error} />
      {check.data !== undefined && <p role="status">{check.data.holds ? say('isOf') : say('isNotOf')}</p>}
    </form>
  );
}
