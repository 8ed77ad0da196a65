import type { Config } from '../model/config.ts';
import type { Clock } from '../capture/clock.ts';
import type { Store } from '../store/port.ts';
import type { HomePaths } from '../work/home.ts';
import type { ActThread } from '../work/acts/acts.ts';
import type { InquiryThread } from '../work/inquiries/inquiry-thread.ts';
import type { Readers } from '../work/readers/readers.ts';
import type { Uploads } from '../work/uploads/uploads.ts';
import type { ScreeningService } from '../work/screening/screening-service.ts';
import type { Viewer } from './viewer/open-viewer.ts';

/** What the server serves: one home, and the threads that read it. */
export interface Served {
  readonly store: Store;
  readonly paths: HomePaths;
  readonly config: Config;
  readonly clock: Clock;
  /** For what takes long: queries over many notices, screening, bytes of captures. */
  readonly readers: Readers;
  /** The index of the lists, and threads that search it. */
  readonly screening: ScreeningService;
  /** Reads texts that somebody asks about. */
  readonly inquiries: InquiryThread;
  /** Files of customers that somebody sent. */
  readonly uploads: Uploads;
  /** For visits, packages and verification: acts that somebody asked for and waits for. */
  readonly acts: ActThread;
  /** To be called after an act that the evidence log has an entry of. */
  readonly logged: () => void;
  /** Shows packages as the pages were, at an origin of its own; undefined where there is none, or not yet. */
  readonly viewer: () => Pick<Viewer, 'origin'> | undefined;
  /** When the server began, milliseconds since 1970. */
  readonly startedAt: number;
  /** Why the server is not ready for all it offers; undefined where it is. */
  readonly notReady: () => string | undefined;
  readonly note: (level: 'info' | 'warn' | 'error', message: string) => void;
}
