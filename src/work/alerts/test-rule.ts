import type { Alert, AlertRule } from '../../model/alert.ts';
import { newAlertId, newNoticeId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Channels, Receipt } from '../../share/channel.ts';
import { sendAlert } from '../../share/send-alert.ts';
import { UNTOUCHED } from '../../model/triage.ts';
import { summaryOfItem } from '../../store/item-summary.ts';
import type { Store } from '../../store/port.ts';

/** Sends one alert that says that it is a test, about the most important notice of the home, or an example where it has none. Nothing is recorded. */
export async function testRule(
  store: Pick<Store, 'listNotices'>,
  { rule, secret }: { readonly rule: AlertRule; readonly secret: string | null },
  channels: Channels,
): Promise<Receipt> {
  const now = channels.now();
  const notice = maskedNotice((await first(store)) ?? example(now));
  const alert: Alert = {
    id: newAlertId(now),
    rule: rule.id,
    when: rule.when,
    at: new Date(now).toISOString(),
    notice,
    change: { from: null, to: notice.state },
    url: notice.url,
    test: true,
  };
  return sendAlert(channels, { id: alert.id, body: JSON.stringify(alert), to: rule, secret });
}

async function first(store: Pick<Store, 'listNotices'>): Promise<Notice | undefined> {
  for await (const notice of store.listNotices({ limit: 1 })) return notice;
  return undefined;
}

function example(nowMs: number): Notice {
  const at = new Date(nowMs).toISOString();
  return {
    id: newNoticeId(nowMs),
    type: 'notice',
    url: 'https://example.org/notice/1',
    aliases: [],
    sources: [],
    ...summaryOfItem({ title: 'An example: this home has no notice yet', publishedAt: at }),
    firstSeenAt: at,
    lagSeconds: 0,
    lastSeenPresentAt: at,
    state: 'present',
    reason: null,
    versions: 1,
    copies: 0,
    copiesStanding: 0,
    copiesBefore: 0,
    triage: UNTOUCHED,
  };
}
