import { asDualwatchError } from '../model/errors.ts';
import type { NoticeId } from '../model/ids.ts';
import type { CaptureFolder } from '../capture/recorder.ts';
import { keepBrowser } from '../capture/keep-browser.ts';
import { keepImages } from '../capture/keep-images.ts';
import { recordExtra } from '../capture/made-extra.ts';
import { PutOff } from '../capture/put-off.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import type { ExtraKind } from '../store/extras-port.ts';

/** Keeps what visits asked to be kept beside them; what the store says is due is all that it knows. */
export interface Extras {
  /** Looks for what is due, of one notice where it is named; a visit may just have asked for something. */
  wake(notice?: NoticeId): void;
  /** Resolves when nothing is under way and nothing was due any more. */
  idle(): Promise<void>;
  /** Breaks off what is under way and begins nothing new: it is due again by itself. */
  stop(): void;
}

/** How many of a kind are made at once: a browser takes hundreds of megabytes. */
const AT_ONCE = { images: 4, browser: 1 } as const satisfies Record<ExtraKind, number>;
/** One that failed for a reason of ours is tried again after so long. */
const AGAIN_MS = 10 * 60_000;

export function openExtras(parts: {
  readonly context: VisitContext;
  readonly folder: CaptureFolder;
  /** Longest time that one may take before another process may make it. Milliseconds. */
  readonly leaseMs: number;
  /** Why nothing may be kept now, or undefined. */
  readonly paused: () => Promise<string | undefined>;
  readonly onNote: (level: 'warn' | 'error', message: string) => void;
}): Extras {
  const { context, folder } = parts;
  const underWay = new Set<Promise<void>>();
  const running = { images: 0, browser: 0 };
  const stop = new AbortController();
  let latest: string | undefined;
  return {
    wake(notice) {
      for (const kind of ['images', 'browser'] as const) if (running[kind] < AT_ONCE[kind] && !stop.signal.aborted) start(kind, notice);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop: () => stop.abort(),
  };

  function start(kind: ExtraKind, notice: NoticeId | undefined): void {
    running[kind] += 1;
    const lane: Promise<void> = work(kind, notice)
      .catch((error: unknown) => parts.onNote('error', asDualwatchError(error).message))
      .finally(() => {
        running[kind] -= 1;
        underWay.delete(lane);
      });
    underWay.add(lane);
  }

  /** What is wrong with this machine is wrong at every visit. */
  function tell(note: string | null): void {
    if (note === null || note === latest) return;
    latest = note;
    parts.onNote('warn', note);
  }

  async function work(kind: ExtraKind, notice: NoticeId | undefined): Promise<void> {
    while (!stop.signal.aborted && (await parts.paused()) === undefined && (await makeOne(kind, notice)));
  }

  /** False where none is due. */
  async function makeOne(kind: ExtraKind, notice: NoticeId | undefined): Promise<boolean> {
    const { extras } = context.store;
    const extra = await extras.claimExtra(kind, context.clock.now(), parts.leaseMs, notice);
    if (extra === undefined) return false;
    try {
      const made = await (kind === 'images' ? keepImages : keepBrowser)(context, extra, stop.signal);
      // What was broken off is no capture.
      if (stop.signal.aborted) {
        await extras.putOffExtra(extra, context.clock.now(), false);
        return false;
      }
      await recordExtra(extras, folder, made);
      tell(made.note);
    } catch (error) {
      const held = error instanceof PutOff;
      await extras.putOffExtra(extra, held ? error.untilMs : context.clock.now() + AGAIN_MS, !held);
      if (!held) parts.onNote('error', `${kind} of ${extra.url}: ${asDualwatchError(error).message}`);
    }
    return true;
  }
}
