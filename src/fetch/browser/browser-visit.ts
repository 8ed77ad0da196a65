import type { Proxy } from '../../model/proxy.ts';
import type { Connections } from '../connections.ts';
import type { PrivateAllowance } from '../fetch-result.ts';
import type { Exchange, Refused, TrafficLimits } from './traffic.ts';

export interface BrowserRequest {
  /** http or https, without user and password. */
  readonly url: string;
  /** Header → value; sent to the origin of `url` only. */
  readonly credentials: ReadonlyMap<string, string>;
  readonly allowPrivate: PrivateAllowance | undefined;
  readonly proxy: Proxy | undefined;
  /** Why the page must not go there (robots.txt), or undefined; asked for each address of the main frame, redirects too. */
  readonly mayNavigate: (url: URL) => Promise<string | undefined>;
  /** Ends the visit at once. */
  readonly signal?: AbortSignal | undefined;
}

export interface BrowserLimits extends TrafficLimits {
  /** The whole visit, from start to end of the browser. */
  readonly totalMs: number;
  readonly connectMs: number;
  readonly headerBytes: number;
  /** Height of the screenshot in CSS pixels. */
  readonly height: number;
  /** Document as text, UTF-16 units. */
  readonly documentLength: number;
  readonly pdfPages: number;
}

export interface BrowserOptions {
  readonly executable: string;
  /** False only where its user has said so: recorded in each visit. */
  readonly sandbox: boolean;
  readonly connections: Connections;
  /** Appended to the browser's own User-Agent, which says that it is Dualwatch that visits. */
  readonly userAgent: string;
  readonly limits: BrowserLimits;
}

/** A picture of the page, as it looked when it had settled. */
export interface Screenshot {
  readonly png: Uint8Array;
  /** CSS pixels; one is one pixel of the picture. */
  readonly width: number;
  readonly height: number;
  /** Of the whole page: the picture ends at the limit. */
  readonly pageHeight: number;
}

/** All that one visit of a browser brought. */
export interface BrowserVisit {
  readonly startedAt: string;
  readonly endedAt: string;
  /** `Chromium 156.0.8078.108`; null where it did not start. */
  readonly product: string | null;
  readonly userAgent: string | null;
  readonly sandbox: boolean;
  /** Where the page stood at the end; null where none was shown. */
  readonly finalUrl: string | null;
  /** Status of the page's own document. */
  readonly status: number | null;
  readonly exchanges: readonly Exchange[];
  readonly refused: readonly Refused[];
  /** The document as the browser held it, before anything was shown by us: HTML in UTF-8. */
  readonly document: Uint8Array | null;
  readonly screenshot: Screenshot | null;
  readonly pdf: Uint8Array | null;
  /** What we did to the page, in sentences. */
  readonly interventions: readonly string[];
  /** What is missing or was cut, in sentences. */
  readonly lost: readonly string[];
  /** Why there is no page, or null. */
  readonly failure: string | null;
}
