import { DualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import type { Forgotten } from '../../store/forget-port.ts';
import type { ForgetRecord } from '../../model/log-record.ts';
import type { OpenHome } from '../home.ts';
import { openKnowledge } from '../knowledge.ts';
import { eraseForgotten } from './erase-forgotten.ts';

export interface Forgetting extends Forgotten {
  /** False where older traces may be left in free pages of a database that is large, or in use. */
  readonly wiped: boolean;
}

/**
 * Removes the bytes of a capture by order, and all that was derived from them. The log comes first, then the file: what a crash leaves is ended when the home is
 * next opened. Notices that other captures still speak for are summarised anew from those. Throws `not-found`.
 */
export async function forgetCapture({ store, paths }: OpenHome, order: Omit<ForgetRecord, 'type'>): Promise<Forgetting> {
  const done = await store.forgetting.forget(order);
  await eraseForgotten(store, paths.home);
  await summariseAnew(store, done.notices);
  return { ...done, wiped: await wipe(store) };
}

/** What was ordered is done by now: a database that is in use, or a disk too full to write it anew, undoes nothing. */
async function wipe(store: Store): Promise<boolean> {
  try {
    return await store.forgetting.wipeDeleted();
  } catch (error) {
    if (error instanceof DualwatchError && (error.code === 'store-busy' || error.code === 'disk-full')) return false;
    throw error;
  }
}

async function summariseAnew(store: Store, notices: Forgotten['notices']): Promise<void> {
  let knowledge: ReturnType<typeof openKnowledge> | undefined;
  for (const noticeId of notices) {
    const [stored, known] = [await store.readingOf(noticeId), await store.followOf(noticeId)];
    if (stored === undefined || known === undefined || known.summary.title !== null) continue;
    knowledge ??= openKnowledge();
    const { capture, reading } = stored;
    const captured = (await store.capturesOf(noticeId)).some(({ sha256 }) => sha256 === capture);
    const state = known.follow.state;
    await store.recordReadings([
      knowledge.deriver.derive({ noticeId, capture, reading, from: captured ? 'page' : 'feed', state, listed: known.summary.listed }),
    ]);
  }
}
