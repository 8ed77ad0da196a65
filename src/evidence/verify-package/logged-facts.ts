import { isDigest } from '../../model/digest.ts';
import type { Digest } from '../../model/digest.ts';
import { OBSERVATION_STATES } from '../../model/observation.ts';
import type { ObservationState, RemovalKind } from '../../model/observation.ts';
import { stringOf } from './manifest.ts';
import type { LoggedRecord } from './check-log.ts';

/** A capture as the log has it. */
export interface LoggedCapture {
  readonly index: number;
  readonly sha256: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly at: string;
  readonly status: number | null;
  readonly payload: string | null;
  readonly bytes: number;
  readonly notice: string | null;
  /** `images` where it holds no page, but the pictures of one. */
  readonly mode: string | null;
}

/** An observation as the log has it. */
export interface LoggedObservation {
  readonly index: number;
  readonly notice: string;
  readonly url: string;
  readonly at: string;
  readonly state: ObservationState;
  readonly removalKind: RemovalKind | null;
  readonly capture: Digest | null;
  readonly confirms: Digest | null;
  /** Digest of what a reader would see; null where the page did not show the notice. */
  readonly reading: Digest | null;
}

/** What the entries of a package say, as far as other members must agree with it. */
export class LoggedFacts {
  readonly captures = new Map<string, LoggedCapture>();
  readonly observations: LoggedObservation[] = [];
  readonly #byNotice = new Map<string, LoggedObservation[]>();
  readonly #read = new Map<string, LoggedObservation>();
  /** SHA-256 of captures that an entry says were deleted, with the kind of that entry. */
  readonly deleted = new Map<string, 'drop' | 'forget'>();
  /** Ids of notices that became another. */
  readonly merged = new Map<string, string>();
  /** By time: which removals a person let stand. */
  readonly confirmations = new Map<string, string[]>();
  /** Time of each entry, by index. */
  readonly times: { readonly index: number; readonly at: string }[] = [];

  /** Takes a record whose inclusion was checked. Throws Error for one that lacks what records of its kind have. */
  add({ index, json }: LoggedRecord): void {
    const text = (name: string): string => {
      const value = stringOf(json[name]);
      if (value === undefined) throw new Error(`the ${String(json['type']).slice(0, 40)} record has no ${name}`);
      return value;
    };
    const digest = (name: string): Digest | null => {
      const value = optional(name);
      if (value !== null && !isDigest(value))
        throw new Error(`the ${String(json['type']).slice(0, 40)} record has a ${name} that is no SHA-256`);
      return value;
    };
    const optional = (name: string): string | null => stringOf(json[name]) ?? null;
    const type = text('type');
    this.times.push({ index, at: text('at') });
    if (type === 'capture') {
      const sha256 = text('sha256');
      if (!isDigest(sha256)) throw new Error('the capture record names no SHA-256');
      if (this.captures.has(sha256)) throw new Error(`capture ${sha256} was logged before`);
      const [bytes, status] = [Number(json['bytes']), json['status']];
      this.captures.set(sha256, {
        index,
        sha256,
        url: text('url'),
        finalUrl: text('finalUrl'),
        at: text('at'),
        status: typeof status === 'number' ? status : null,
        payload: optional('payload'),
        bytes,
        notice: optional('notice'),
        mode: stringOf(json['mode']) ?? null,
      });
    } else if (type === 'observation')
      this.#observe({
        index,
        notice: text('notice'),
        url: text('url'),
        at: text('at'),
        state: stateOf(text('state')),
        removalKind: optional('removalKind') as RemovalKind | null,
        capture: digest('capture'),
        confirms: digest('confirms'),
        reading: digest('reading'),
      });
    else if (type === 'drop') this.deleted.set(text('sha256'), 'drop');
    else if (type === 'forget') this.deleted.set(text('sha256'), 'forget');
    else if (type === 'event' && json['event'] === 'removals-confirmed') this.#confirm(text('at'), text('detail'));
    else if (type === 'merge') this.merged.set(text('merged'), text('kept'));
  }

  /** Of these notices, by log index. */
  observationsOf(notices: readonly string[]): readonly LoggedObservation[] {
    return notices.flatMap((notice) => this.#byNotice.get(notice) ?? []).toSorted((one, other) => one.index - other.index);
  }

  /** The first observation that read this capture. */
  readingOf(capture: string): LoggedObservation | undefined {
    return this.#read.get(capture);
  }

  #confirm(at: string, detail: string): void {
    const same = this.confirmations.get(at) ?? [];
    this.confirmations.set(at, same);
    same.push(detail);
  }

  #observe(observation: LoggedObservation): void {
    this.observations.push(observation);
    const same = this.#byNotice.get(observation.notice) ?? [];
    this.#byNotice.set(observation.notice, same);
    same.push(observation);
    const { capture, reading } = observation;
    if (capture !== null && reading !== null && !this.#read.has(capture)) this.#read.set(capture, observation);
  }
}

function stateOf(text: string): ObservationState {
  const state = OBSERVATION_STATES.find((known) => known === text);
  if (state === undefined) throw new Error(`"${text.slice(0, 40)}" is no state of an observation`);
  return state;
}
