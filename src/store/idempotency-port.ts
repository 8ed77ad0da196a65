/** A write that a client names by a key of its own, so that sending it twice does it once. */
export interface KeyedRequest {
  /** Who asks: keys of others are others. */
  readonly actor: string;
  readonly key: string;
  /** SHA-256 of all that was asked. */
  readonly request: Buffer;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** `new`: it is yours to do, and to finish or abandon. `running`: somebody does it. `other`: the key was for another request. */
export type KeyedState =
  | { readonly is: 'new' | 'running' | 'other' }
  | { readonly is: 'done'; readonly status: number; readonly answer: string };

/** Answers to writes by idempotency key. They survive the process. */
export interface IdempotencyStore {
  /** Forgets what began before `forgetBefore`; what began before `lostBefore` and never ended is done anew. */
  begin(request: KeyedRequest, forgetBefore: number, lostBefore: number): Promise<KeyedState>;
  finish(request: Pick<KeyedRequest, 'actor' | 'key'>, status: number, answer: string): Promise<void>;
  /** It did not come about: the key is free. */
  abandon(request: Pick<KeyedRequest, 'actor' | 'key'>): Promise<void>;
}
