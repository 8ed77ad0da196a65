import type { AlertRule } from '../model/alert.ts';
import type { AlertId } from '../model/ids.ts';
import type { Client } from '../fetch/client.ts';
import type { MailServer } from './mail.ts';

/** One alert as it goes to a receiver. */
export interface Message {
  readonly id: AlertId;
  /** An `Alert` as JSON. */
  readonly body: string;
  readonly to: Pick<AlertRule, 'channel' | 'target' | 'allowPrivate'>;
  /** Key of a webhook's signature, token of the others; null where there is none. */
  readonly secret: string | null;
}

/** What a receiver made of it. `gone`: it says that it takes no more. `afterMs`: it asks to be left alone so long. */
export type Receipt =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: string; readonly gone?: true; readonly afterMs?: number };

export interface Channels {
  readonly client: Pick<Client, 'post'>;
  /** Null where no mail server is set. */
  readonly mail: MailServer | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
