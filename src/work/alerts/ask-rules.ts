import type { AlertCopy, AlertRule } from '../../model/alert.ts';
import { asDualwatchError } from '../../model/errors.ts';
import { newAlertId, type AlertRuleId, type NoticeId } from '../../model/ids.ts';
import { factsOfNotice, parseNoticeQuery } from '../../model/notice-query.ts';
import type { Notice } from '../../model/notice.ts';
import { asksFor, predicateHolds, wordsOf, type Predicate } from '../../model/predicate.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { NewDelivery, PendingChange } from '../../store/alert-port.ts';
import type { Store } from '../../store/port.ts';
import { findAlerts, isRemoval, type ChangedNotice, type FoundAlert } from './find-alerts.ts';

/** Copies among so many changes are told together. */
const PAGE = 1000;
/** Named with a removal; the notice says how many there are. */
const MOST_COPIES = 100;

type Asked = Pick<Store, 'alerts' | 'copies' | 'findNotice'>;

/**
 * Asks every rule about every new change, and queues what is to be sent. Resolves to how many alerts that is. A notice that nobody has compared
 * `copiesWithinMs` after the change is told of without its copies, which are told when they are found.
 */
export async function askRules(
  store: Asked,
  { now, copiesWithinMs, note }: { readonly now: () => number; readonly copiesWithinMs: number; readonly note: (message: string) => void },
): Promise<number> {
  return askPages(store, now, note, (after) => store.alerts.freshChanges(after, PAGE, new Date(now() - copiesWithinMs).toISOString()));
}

/** The same about changes whose notice was screened since they were asked about: it may name a listed party. */
export async function askScreened(store: Asked, now: () => number, note: (message: string) => void): Promise<number> {
  return askPages(store, now, note, (after) => store.alerts.screenedChanges(after, PAGE));
}

async function askPages(
  store: Asked,
  now: () => number,
  note: (message: string) => void,
  page: (after: number) => Promise<readonly PendingChange[]>,
): Promise<number> {
  let made = 0;
  for (let after = 0; ;) {
    const changes = await page(after);
    const last = changes.at(-1);
    if (last === undefined) return made;
    made += await askAbout(store, await store.alerts.alertRules(), changes, now(), note);
    if (changes.length < PAGE) return made;
    after = last.seq;
  }
}

async function askAbout(
  store: Asked,
  rules: readonly AlertRule[],
  changes: readonly PendingChange[],
  now: number,
  note: (message: string) => void,
): Promise<number> {
  const notices = new Map<NoticeId, Notice>();
  for (const id of new Set(changes.flatMap(({ noticeId, copy }) => (copy === null ? [noticeId] : [noticeId, copy.other])))) {
    const found = await store.findNotice(id);
    if (found !== undefined) notices.set(id, found);
  }
  const changed = [...Map.groupBy(changes, ({ noticeId }) => noticeId)].flatMap(([id, own]): ChangedNotice[] => {
    const notice = notices.get(id);
    return notice === undefined ? [] : [{ notice, changes: own }];
  });
  const masked = new Map([...notices].map(([id, notice]) => [id, maskedNotice(notice)]));
  const standing = await standingCopies(store, changed);
  const told = new Map<number, AlertRuleId[]>();
  const deliveries: (NewDelivery & Pick<FoundAlert, 'of'>)[] = [];
  for (const rule of rules) {
    const predicate = read(rule, note);
    if (predicate === undefined) continue;
    const words = await wordsIn(store, predicate, changed);
    const [ofTriage, ofReports] = [asksFor(predicate, ['triage', 'assignee']), asksFor(predicate, ['type'])];
    const holds = (notice: Notice, { change, at, told: before, triage }: PendingChange): boolean =>
      at >= rule.createdAt &&
      !before.includes(rule.id) &&
      // What people do to a notice, and what is written about notices, is told to those who ask for it.
      (!triage || ofTriage) &&
      (notice.type !== 'report' || ofReports) &&
      // Asked of the notice as it was then: by now it may be in another state.
      predicateHolds(
        predicate,
        factsOfNotice({ ...notice, state: change.to }, (text) => words.get(text)?.has(notice.id) === true),
      );
    for (const { alert, of } of findAlerts(rule, changed, holds, masked, standing, () => newAlertId(now))) {
      const shown = { ...alert, notice: masked.get(alert.notice.id) ?? alert.notice };
      deliveries.push({ id: alert.id, rule: rule.id, body: JSON.stringify(shown), of });
      for (const seq of of) told.set(seq, [...(told.get(seq) ?? []), rule.id]);
    }
  }
  await store.alerts.tellChanges({
    changes: changes.map(({ seq, settled }) => ({ seq, told: told.get(seq) ?? [], done: settled })),
    deliveries,
    now,
  });
  return deliveries.length;
}

/** Copies of removed notices that still stand, as `copiesStanding` counts them: no candidates in another language, no other stage of the purchase. */
async function standingCopies(store: Asked, changed: readonly ChangedNotice[]): Promise<ReadonlyMap<NoticeId, readonly AlertCopy[]>> {
  const standing = new Map<NoticeId, readonly AlertCopy[]>();
  for (const { notice, changes } of changed) {
    if (notice.copiesStanding === 0 || !changes.some(isRemoval)) continue;
    const copies: AlertCopy[] = [];
    for (const { other, kind, otherStage } of await store.copies.copiesOf(notice.id)) {
      if (otherStage || kind === 'translated' || copies.length === MOST_COPIES) continue;
      const found = await store.findNotice(other);
      if (found?.state !== 'present' && found?.state !== 'changed') continue;
      const { id, url, title, state } = maskedNotice(found);
      copies.push({ id, url, title, kind, state });
    }
    standing.set(notice.id, copies);
  }
  return standing;
}

/** A rule that an older version took may ask for what this one does not know; the others are not held up by it. */
function read(rule: AlertRule, note: (message: string) => void): Predicate | undefined {
  try {
    return parseNoticeQuery(rule.when);
  } catch (error) {
    note(`the rule of alerts ${rule.name} cannot be asked: ${asDualwatchError(error).message}`);
    return undefined;
  }
}

async function wordsIn(
  store: Asked,
  predicate: Predicate,
  changed: readonly ChangedNotice[],
): Promise<ReadonlyMap<string, ReadonlySet<NoticeId>>> {
  const found = new Map<string, ReadonlySet<NoticeId>>();
  for (const words of wordsOf(predicate)) {
    const having = new Set<NoticeId>();
    for (const { notice } of changed) if (await store.alerts.noticeHasWords(notice.id, words)) having.add(notice.id);
    found.set(words, having);
  }
  return found;
}
