import { DualwatchError } from '../../model/errors.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { Store } from '../../store/port.ts';
import { buildScreenIndex } from '../../screen/index/build.ts';
import type { ScreenIndex } from '../../screen/index/screen-index.ts';
import type { NameKnowledge } from '../../screen/knowledge.ts';
import { buildAlone } from './building-hold.ts';
import { gatherParties } from './gather-parties.ts';
import { currentStamp, loadIndex, saveIndex, savedIndexes, screenedLists, type IndexStamp } from './index-file.ts';
import { openNameKnowledge } from '../packaged/name-knowledge.ts';
import { digestsOf, saveDigests } from './party-digests.ts';

/** What names are screened against, as it stands now. */
export interface Screening {
  readonly index: ScreenIndex;
  readonly stamp: IndexStamp;
  readonly knowledge: NameKnowledge;
  readonly lists: Receipt['lists'];
  /** Names engine, knowledge and lists: rows and notices with another must be screened again. */
  readonly recipe: string;
}

/**
 * Opens the index of the lists in force, and builds it where a list, a link or the catalogue has changed since. Throws `usage` where the home has no list.
 */
export async function openScreening(store: Store, home: string, onNote: (message: string) => void = () => undefined): Promise<Screening> {
  const knowledge = openNameKnowledge();
  // Before the lists are read and again after all: what stands between belongs to this stamp.
  const stamp = await currentStamp(store, knowledge);
  const lists = screenedLists(await store.lists());
  if (lists.length === 0)
    throw new DualwatchError(
      'usage',
      'this home has no list to screen against. "dualwatch lists known" shows public lists; "dualwatch lists add <name, path or address>" adds one',
    );
  const versions = lists.map(({ name, current }) => ({
    list: name,
    version: current.version,
    sha256: current.sha256,
    publishedAt: current.publishedAt,
  }));
  const saved = (): Promise<ScreenIndex | undefined> => loadIndex(home, stamp, knowledge);
  const index =
    (await saved()) ??
    (await buildAlone<ScreenIndex | undefined>(home, saved, () => build(store, home, stamp, knowledge, versions, onNote)));
  // Another process has changed a list while this one read it: a receipt would name versions that were not searched.
  if (index === undefined || (await currentStamp(store, knowledge)) !== stamp) return openScreening(store, home, onNote);
  return { index, stamp, knowledge, lists: versions, recipe: `${knowledge.recipe}-${stamp}` };
}

/** Parties that have not changed are taken over from the index before. Undefined where what was gathered is no longer what the stamp names. */
async function build(
  store: Store,
  home: string,
  stamp: IndexStamp,
  knowledge: NameKnowledge,
  lists: Receipt['lists'],
  onNote: (message: string) => void,
): Promise<ScreenIndex | undefined> {
  onNote('building the index of the lists …');
  const [before] = await savedIndexes(home);
  const previous = before === undefined ? undefined : await loadIndex(home, before.stamp, knowledge);
  const { parties, members } = await gatherParties(store, knowledge);
  if ((await currentStamp(store, knowledge)) !== stamp) return undefined;
  await store.replaceParties(members);
  const index = buildScreenIndex(parties, knowledge, previous, [...lists]);
  await saveDigests(home, stamp, digestsOf(parties));
  await saveIndex(home, stamp, index.bytes);
  onNote(`the index holds ${index.names} names of ${index.parties} parties`);
  return index;
}
