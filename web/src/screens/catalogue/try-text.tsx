import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Acts } from '../../parts/form.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Pending } from '../../parts/pending.tsx';
import { useWords } from '../../words/use-words.ts';
import { Recognised } from './recognised.tsx';
import css from './catalogue.module.css';

const MOST = 500_000;
// A made-up notice: what it says is recognised in whichever language the page is read.
const EXAMPLE =
  '求购公告\n国外企业求购无人机干扰器20台，干扰距离大于6公里，品牌Bulat或同类产品，交货地：哈萨克斯坦。\nТребуется обнаружитель дронов, 5 шт.\nNot wanted: laser printers.';

/** A text of one's own against the catalogue; nothing of it is kept. */
export function TryText(): ReactNode {
  const say = useWords('catalogue');
  const [text, setText] = useState('');
  const scan = useMutation({
    mutationFn: async (wanted: string) => ({
      text: wanted,
      analysis: await ask('POST /api/v1/scan', { body: { text: wanted, reveal: false } }),
    }),
  });
  const tooLong = text.length > MOST ? say('tooLong', { count: text.length.toLocaleString() }) : undefined;
  const isAskable = text.trim() !== '' && tooLong === undefined && !scan.isPending;
  return (
    <div className={css.single}>
      <form
        className={css.try}
        onSubmit={(event) => {
          event.preventDefault();
          if (isAskable) scan.mutate(text);
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
            scan.mutate(text);
          }}
        />
        <Acts>
          <Button kind="main" type="submit" disabled={!isAskable}>
            {say('scan')}
          </Button>
          <Button
            onClick={() => {
              setText(EXAMPLE);
              scan.mutate(EXAMPLE);
            }}
          >
            {say('useExample')}
          </Button>
        </Acts>
      </form>
      {scan.isPending && <Pending />}
      {scan.error !== null && <ProblemNote error={scan.error} />}
      {scan.data !== undefined && !scan.isPending && <Recognised text={scan.data.text} analysis={scan.data.analysis} />}
    </div>
  );
}
