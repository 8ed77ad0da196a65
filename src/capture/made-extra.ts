import { hostOf } from '../model/host-of.ts';
import { capturePath } from '../evidence/capture-files.ts';
import type { BuiltWarc } from '../evidence/warc-file.ts';
import type { CaptureRecord } from '../model/log-record.ts';
import type { DueExtra, ExtrasStore } from '../store/extras-port.ts';
import type { NewCapture } from '../store/port.ts';
import { PutOff, waitUnlessStopped } from './put-off.ts';
import type { CaptureFile, CaptureFolder } from './recorder.ts';
import type { VisitContext } from './visit-context.ts';

/** What was made beside a visit, and waits to be recorded. */
export interface MadeExtra {
  readonly extra: DueExtra;
  /** Null where nothing came. */
  readonly capture: NewCapture | null;
  readonly file: CaptureFile | null;
  /** Pictures that are kept now. */
  readonly images: readonly string[];
  /** What its user should hear of it, or null. */
  readonly note: string | null;
}

/** A file that was made for an extra, with its record. */
export function madeFile(
  extra: DueExtra,
  warc: BuiltWarc,
  record: Pick<CaptureRecord, 'finalUrl' | 'status' | 'ip' | 'mode'> & { readonly at: string },
): { readonly capture: NewCapture; readonly file: CaptureFile } {
  return {
    file: warc,
    capture: {
      record: {
        type: 'capture',
        sha256: warc.sha256,
        url: extra.url,
        payload: null,
        bytes: warc.bytes.length,
        notice: extra.noticeId,
        source: extra.source?.id ?? null,
        ...record,
      },
      warc: capturePath(warc.sha256),
    },
  };
}

/** As visits are: the file is on the disk before one transaction records it. */
export async function recordExtra(store: Pick<ExtrasStore, 'recordExtra'>, folder: CaptureFolder, made: MadeExtra): Promise<void> {
  if (made.file !== null) await folder.keep([made.file]);
  await store.recordExtra(made.extra, { capture: made.capture, images: made.images });
}

/** An extra waits for the pace of a host, and not for its hold. */
const LONGEST_WAIT_MS = 60_000;

/** Waits for the next start at the host of an address. Throws {@link PutOff} where the host is held. */
export async function waitForStart(context: VisitContext, address: string, paceMs: number | null, signal?: AbortSignal): Promise<void> {
  const { store, clock, random, config } = context;
  const host = hostOf(address);
  const { waitMs } = await store.takeStart({ host, now: clock.now(), paceMs: Math.max(config.fetch.pace, paceMs ?? 0), random });
  if (waitMs > LONGEST_WAIT_MS) throw new PutOff(host, clock.now(), waitMs);
  if (waitMs > 0) await waitUnlessStopped(waitMs, host, clock.now, context.stop, signal);
}
