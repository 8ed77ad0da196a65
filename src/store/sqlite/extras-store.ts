import type { NoticeId } from '../../model/ids.ts';
import type { DueExtra, ExtraKind, ExtrasStore, WantedExtra } from '../extras-port.ts';
import type { Connection } from './connection.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { ExtrasTable } from './extras.ts';
import type { NoticeRows } from './notice-rows.ts';

interface Tables {
  readonly extras: ExtrasTable;
  readonly notices: NoticeRows;
  readonly evidence: EvidenceRows;
}

type Given<Method extends keyof ExtrasStore> = Parameters<ExtrasStore[Method]>;

/** The part of the store that keeps what stands beside visits, as acts of the store. */
export function extrasStore(connection: Connection, { extras, notices, evidence }: Tables): ExtrasStore {
  return {
    async wantExtra(notice: NoticeId, wanted: WantedExtra, { at, capture }: Given<'wantExtra'>[2]) {
      connection.write(() => extras.want(notices.require(notice).id, wanted, at, capture));
    },
    async claimExtra(kind: ExtraKind, now: number, leaseMs: number, only?: NoticeId) {
      return connection.write(() => {
        for (;;) {
          const row = extras.claim(kind, now, leaseMs, only);
          if (row === undefined) return undefined;
          const notice = notices.get(row.notice);
          if (notice === undefined) {
            extras.remove(row.num);
            continue;
          }
          return {
            num: row.num,
            kind: row.kind,
            reason: row.reason,
            noticeId: notice.id,
            url: notice.url,
            ...(JSON.parse(row.under) as Pick<DueExtra, 'policy' | 'source'>),
            visitAt: row.visit_at,
            capture: row.capture,
            attempts: row.attempts,
          };
        }
      });
    },
    async countExtras() {
      return connection.read(() => extras.count());
    },
    async recordExtra(extra: DueExtra, { capture, images }: Given<'recordExtra'>[1]) {
      connection.write(() => {
        if (capture !== null) evidence.capture(capture.record, capture.warc);
        const id = notices.resolve(extra.noticeId) ?? extra.noticeId;
        for (const address of images) extras.keepImage(id, address);
        extras.done(extra.num, extra.visitAt);
      });
    },
    async putOffExtra(extra: DueExtra, until: number, failed: boolean) {
      connection.write(() => extras.putOff(extra.num, extra.visitAt, until, failed));
    },
    async keptImages(id: NoticeId, addresses: readonly string[]) {
      return connection.read(() => {
        const ids = notices.ids(notices.resolve(id) ?? id);
        return new Set(addresses.filter((address) => ids.some((one) => extras.hasImage(one, address))));
      });
    },
  };
}
