import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Acts } from '../../parts/form.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { Recognised } from './recognised.tsx';
import css from './catalogue.module.css';

const MOST = 500_000;
// A made-up notice: what it says is recognised in whichever language the page is read.
const EXAMPLE =
  '求购公告\n国外企业求购无人机干扰器20台，干扰距离大于6公里，品牌Bulat或同类产品，交货地：哈萨克斯坦。\nТребуется обнаружитель дронов, 5 шт.\nNot wanted: laser printers.';

/** A text of one's own against the catalogue, first the words that were searched for; nothing of it is kept. */
export function TryText({ first }: { readonly first: string }): ReactNode {
  const say = useWords('catalogue');
  const language = useLanguage();
  const [text, setText] = useState(first);
  const [asked, setAsked] = useState(first);
  const scan = useQuery({
    queryKey: ['catalogue', 'scan', asked],
    enabled: asked.trim() !== '',
    staleTime: Infinity,
    // The key holds the text, which goes with the page.
    gcTime: 0,
    queryFn: async ({ signal }) => ({
      text: asked,
      analysis: await ask('POST /api/v1/scan', { body: { text: asked, reveal: false } }, signal),
    }),
  });
  const tooLong = text.length > MOST ? say('tooLong', { count: text.length.toLocaleString(language) }) : undefined;
  const isAskable = text.trim() !== '' && tooLong === undefined && !scan.isFetching;
  return (
    <div className={css.single}>
      <form
        className={css.try}
        onSubmit={(event) => {
          event.preventDefault();
          if (isAskable) setAsked(text);
        }}
      >
        <TextField
          label={say('text')}
          hint={say('textHint')}
          problem={tooLong}
          rows={7}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || !isAskable) return;
            event.preventDefault();
            setAsked(text);
          }}
        />
        <Acts>
          <Button kind="main" type="submit" disabled={!isAskable}>
            {say('scan')}
          </Button>
          <Button
            onClick={() => {
              setText(EXAMPLE);
              setAsked(EXAMPLE);
            }}
          >
            {say('useExample')}
          </Button>
        </Acts>
      </form>
      {asked.trim() !== '' && <Answered query={scan}>{(found) => <Recognised {...found} />}</Answered>}
    </div>
  );
}
