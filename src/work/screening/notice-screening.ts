import { sha256 } from '../../model/digest.ts';
import { HIT_THRESHOLD, type Match, type TextMatch } from '../../model/match.ts';
import { loadPartyFields } from '../../catalogue/party-fields.ts';
import { createNameFinder, type NameFinder } from '../../screen/text/name-finder.ts';
import type { Store } from '../../store/port.ts';
import type { ReadingToScreen } from '../../store/screening-port.ts';
import { openTradeFinder } from '../trade-finder.ts';
import { screenedLists } from './index-file.ts';
import { openScreening, type Screening } from './open-screening.ts';
import { partiesSince, type PartiesSince } from './parties-since.ts';
import { screenedNames, screenNotice, type NoticeScreen } from './screen-notice.ts';

/** Screens readings against the lists in force. */
export interface NoticeScreening {
  /** Names engine, lists and what is screened in a notice: readings with another must be looked at again. */
  readonly recipe: string;
  /** Reads the whole notice again. */
  screen(reading: Pick<ReadingToScreen, 'noticeId' | 'reading'>): readonly TextMatch[];
  /** The same answer, at less cost where nothing that the notice names can have changed. `again` is false where its matches were taken over. */
  renew(reading: ReadingToScreen): Promise<{ readonly matches: readonly TextMatch[]; readonly again: boolean }>;
}

/** Counts up when code changes what is screened in a notice. */
const CODE_VERSION = 2;
/** Parties that one field may name. */
const MOST_OF_FIELD = 10;
/** Publishers come again and again. */
const MOST_NAMES_KEPT = 10_000;

/** Opens what notices are screened with; undefined where the home has never had a list. Where all were removed, nothing is found. */
export async function openNoticeScreening(
  store: Store,
  home: string,
  onNote?: (message: string) => void,
): Promise<NoticeScreening | undefined> {
  const lists = await store.lists();
  if (!lists.some(({ current }) => current !== null)) return undefined;
  if (screenedLists(lists).length === 0) return NO_LIST;
  return noticeScreening(await openScreening(store, home, onNote), home);
}

const NO_LIST: NoticeScreening = { recipe: 'none', screen: () => [], renew: async () => ({ matches: [], again: true }) };

export function noticeScreening(screening: Pick<Screening, 'index' | 'knowledge' | 'stamp' | 'recipe'>, home: string): NoticeScreening {
  const { index, knowledge } = screening;
  const partyFields = loadPartyFields();
  const trade = openTradeFinder();
  const what = sha256([CODE_VERSION, trade.recipe, ...partyFields].join('\n')).slice(0, 8);
  const recipe = `${screening.recipe}-${what}`;
  const names = new Map<string, readonly Match[]>();
  const search = (name: string): readonly Match[] => {
    let found = names.get(name);
    if (found === undefined) {
      if (names.size >= MOST_NAMES_KEPT) names.clear();
      names.set(name, (found = index.search({ name }, { limit: MOST_OF_FIELD, threshold: HIT_THRESHOLD })));
    }
    return found;
  };
  let finder: NameFinder | undefined;
  const find = (text: string): ReturnType<NameFinder['find']> => (finder ??= createNameFinder(index, knowledge)).find(text);
  const parties: NonNullable<NoticeScreen['parties']> = (text, fields) => trade.find(text, fields).parties;
  const screen = ({ noticeId, reading }: Pick<ReadingToScreen, 'noticeId' | 'reading'>): readonly TextMatch[] =>
    screenNotice(noticeId, reading, { find, search, partyFields, parties });
  const changes = new Map<string, Touches | undefined>();
  const touchesSince = async (earlier: string): Promise<Touches | undefined> => {
    if (!changes.has(earlier)) {
      const since = earlier.endsWith(`-${what}`) ? await partiesSince(home, screening, earlier) : undefined;
      changes.set(earlier, since && touchedBy(since));
    }
    return changes.get(earlier);
  };
  return {
    recipe,
    screen,
    async renew(one) {
      if (one.recipe === recipe) return { matches: one.matches, again: false };
      const touches = one.recipe === '' ? undefined : await touchesSince(one.recipe);
      return touches === undefined || touches(one) ? { matches: screen(one), again: true } : { matches: one.matches, again: false };
    },
  };

  type Touches = (one: ReadingToScreen) => boolean;

  /** A notice can only have changed if a party that it named changed or went, or if it names one that changed or came. */
  function touchedBy({ gone, come }: PartiesSince): Touches {
    const ofCome = come.size === 0 ? undefined : createNameFinder(index, knowledge, { parties: come });
    return ({ matches, reading }) =>
      matches.some(({ id }) => gone.has(id)) ||
      (ofCome !== undefined &&
        (ofCome.find(reading.text).length > 0 ||
          screenedNames(reading, { partyFields, parties }).some(({ name }) => search(name).some(({ id }) => come.has(id)))));
  }
}
