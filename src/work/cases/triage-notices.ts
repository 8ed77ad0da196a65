import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import { TRIAGE_DOINGS, type TriageDo } from '../../model/triage.ts';
import type { Store } from '../../store/port.ts';
import type { Triaged } from '../../store/triage-port.ts';
import { findNotice } from '../shown/find-notice.ts';
import { givenLine, givenText } from './given-text.ts';

/** One act is one commit: others wait for it. */
const MOST_AT_ONCE = 10_000;

/** What is to be done to notices, as somebody asks for it. */
export interface WantedTriage {
  /** Ids or addresses. */
  readonly notices: readonly string[];
  /** One of {@link TRIAGE_DOINGS}. */
  readonly act: string;
  /** Of `assign`: whose they are from now on; null or absent: nobody's. */
  readonly assignee?: string | null | undefined;
  /** Of `undo`: numbers of the acts that may be taken back; absent: whichever is the latest. */
  readonly of?: readonly number[] | undefined;
  readonly why?: string | null | undefined;
  readonly by: string;
  readonly at: string;
}

/**
 * Dismisses, escalates, reopens or assigns notices, or takes back the latest act about each; all of them or none. Throws `usage` for what cannot be done,
 * `not-found` for what is no notice and `conflict` where somebody acted since what is to be taken back.
 */
export async function triageNotices(store: Pick<Store, 'findNotice' | 'triage'>, wanted: WantedTriage): Promise<readonly Triaged[]> {
  const act = actOf(wanted);
  if (wanted.notices.length === 0) throw new DualwatchError('usage', 'no notice was named');
  if (wanted.notices.length > MOST_AT_ONCE)
    throw new DualwatchError('usage', `${wanted.notices.length} notices were named; at most ${MOST_AT_ONCE} are taken at once`);
  const why = wanted.why === undefined || wanted.why === null ? null : givenText(wanted.why, 'the reason');
  const notices = new Set<NoticeId>();
  for (const one of wanted.notices) notices.add(await noticeNamed(store, one));
  return store.triage.act({ notices: [...notices], act, why, by: givenLine(wanted.by, 'who does it'), at: wanted.at });
}

/** By id or any address. Throws `not-found`. */
export async function noticeNamed(store: Pick<Store, 'findNotice'>, named: string): Promise<NoticeId> {
  return (await findNotice(store, named)).id;
}

function actOf({ act, assignee, of }: WantedTriage): TriageDo {
  const doing = TRIAGE_DOINGS.find((one) => one === act);
  if (doing === undefined)
    throw new DualwatchError('usage', `"${act}" is nothing that can be done to a notice; choose one of ${TRIAGE_DOINGS.join(', ')}`);
  if (of !== undefined && doing !== 'undo') throw new DualwatchError('usage', `${doing} takes no act back; undo does`);
  if (doing !== 'assign') {
    if (assignee !== undefined && assignee !== null) throw new DualwatchError('usage', `${doing} gives a notice to nobody; assign does`);
    return doing === 'undo' ? { do: doing, ...(of === undefined ? {} : { of }) } : { do: doing };
  }
  return { do: doing, assignee: assignee === undefined || assignee === null ? null : givenLine(assignee, 'the assignee', 200) };
}
