import type { Case, CaseAct, CaseChange, Triage } from '../../api/routes.gen.ts';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { TRIAGE_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { ONE_WORDS } from './item-kinds.ts';

type Done =
  | CaseChange
  | { readonly do: 'open'; readonly title: string }
  | {
      readonly do: 'triage';
      readonly notice: string;
      readonly triage: Triage;
      readonly why: string | null;
    }
  | { readonly do: 'withdraw'; readonly claim: string; readonly why: string };

/** An act of the log of a case in words. */
export function useActWords(of: Case): (act: CaseAct) => string {
  const say = useWords('cases');
  const terms = useWords('terms');
  const captions = new Map(of.items.map(({ id, caption }) => [id, shownString(caption ?? id)]));
  const called = (id: string): string => captions.get(id) ?? id;
  const withWhy = (text: string, why: string | null | undefined): string =>
    why === null || why === undefined ? text : say('actWhy', { text, why });
  return ({ done }) => {
    const act = done as Done;
    switch (act.do) {
      case 'open':
        return say('actOpen', { title: act.title });
      case 'rename':
        return say('actRename', { title: act.title });
      case 'add':
        return withWhy(say('actAdd', { kind: say(ONE_WORDS[act.item.kind]), what: called(act.item.id) }), act.why);
      case 'remove':
        return withWhy(say('actRemove', { no: act.item }), act.why);
      case 'task':
        return say('actTask', { text: act.text });
      case 'changeTask':
        return say(act.done === true ? 'actTaskDone' : act.done === false ? 'actTaskReopened' : 'actTaskChanged', { no: act.task });
      case 'comment':
        return say('actComment', { text: act.text });
      case 'note':
        return say('actNote', { text: act.text });
      case 'changeNote':
        return say('actNoteChanged', { no: act.note, text: act.text });
      case 'close':
        return withWhy(say('actClose'), act.why);
      case 'reopen':
        return withWhy(say('actReopen'), act.why);
      case 'triage':
        return withWhy(say('actTriage', { what: called(act.notice), state: terms(TRIAGE_WORDS[act.triage.state]) }), act.why);
      case 'withdraw':
        return withWhy(say('actWithdraw', { what: called(act.claim) }), act.why);
    }
  };
}
