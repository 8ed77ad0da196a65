import type { Config } from '../model/config.ts';
import type { Digest } from '../model/digest.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { PageInput } from '../read/read-page.ts';
import type { PageLook } from '../model/page-look.ts';
import type { PageJudge } from '../observe/page-judgement.ts';
import type { PageReading } from '../model/reading.ts';
import type { Store } from '../store/port.ts';
import type { PageFetcher } from './fetch-page.ts';
import type { PageBrowser } from './page-browser.ts';
import type { RobotsGate } from './robots-gate.ts';
import type { Clock } from './clock.ts';

/** What every visit needs: made once for a watcher or a command. */
export interface VisitContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly config: Config;
  readonly fetcher: PageFetcher;
  readonly robots: RobotsGate;
  readonly browser: PageBrowser;
  readonly read: (input: PageInput) => PageReading;
  /** Hosts of a site that `read` knows, by its name; none of one that it does not. */
  readonly siteHosts: (site: string) => readonly string[];
  /** Version of `read`: code and what it knows of sites. */
  readonly readRecipe: string;
  /** Digest of what `read` sees today in a stored capture of this address; null where it no longer shows the notice or cannot be read. */
  readonly rereadCapture: (capture: Digest, url: string) => Promise<Digest | null>;
  /** What a page looks like, to be compared with others of its site; null for what is no HTML. */
  readonly look: (input: PageInput) => PageLook | null;
  readonly judge: PageJudge;
  /** The page in a stored capture of this address; null where its file is gone or broken. */
  readonly recall: (capture: Digest, url: string) => Promise<PageInput | null>;
  /** Text, links and pictures of a piece of HTML, as feeds carry it. */
  readonly readFragment: (html: string, baseUrl: string) => Pick<PageReading, 'text' | 'links' | 'images'>;
  /** For notices that no source lists and that `capture` was told nothing about. */
  readonly defaults: VisitPolicy;
  /** `Dualwatch/0.1.0`: written into every capture. */
  readonly software: string;
  /** Breaks off what waits for the pace of a host. */
  readonly stop?: AbortSignal;
}
