import { isIP } from 'node:net';
import type { Clock } from '../capture/clock.ts';

/** How the latest visits of hosts ended, for telling a lost connection of our own from hosts that fail. */
export interface ConnectionWatch {
  /** Says that a host answered, with whatever. A bridge on this machine says nothing of the connection while other hosts are watched. */
  answered(host: string): void;
  /**
   * Says that a host could not be reached by a visit that began at `startedAt` (steady clock). Resolves `host` when the failure may be held
   * against it: another host has answered since then or answers soon, it is the only one, or too few others fail; resolves `ours` when every host fails.
   */
  failed(host: string, startedAt: number): Promise<'host' | 'ours'>;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** So many different hosts must fail in a row, none answering between, before the connection counts as lost. */
  readonly needed: number;
  /** So long a failure waits for another host's word. Milliseconds. */
  readonly patienceMs: number;
  /** Hosts that this home watches. */
  readonly hostsKnown: () => Promise<readonly string[]>;
  /** Told once each time; what they throw goes to `onError`. */
  readonly onLost: () => Promise<void>;
  readonly onBack: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

interface Suspect {
  readonly resolve: (verdict: 'host' | 'ours') => void;
  readonly timer: NodeJS.Timeout;
}

/** Decides whose fault a silence is; see {@link ConnectionWatch}. One for each watcher. */
export function watchConnection(options: ConnectionOptions): ConnectionWatch {
  /** Hosts that failed since anybody was last heard, however long ago: sources may be minutes apart. */
  const failing = new Set<string>();
  let suspects: readonly Suspect[] = [];
  let lost = false;
  let lastAnswer = Number.NEGATIVE_INFINITY;
  /** Whether any host outside this machine is watched: then a local one proves nothing. */
  let remote = false;

  return {
    answered(host) {
      if (remote && isLocal(host)) {
        failing.delete(host);
        return;
      }
      lastAnswer = options.clock.monotonic();
      failing.clear();
      if (lost) {
        lost = false;
        options.onBack().catch(options.onError);
      }
      settle('host');
    },
    async failed(host, startedAt) {
      if (lastAnswer >= startedAt) return 'host';
      const known = await options.hostsKnown();
      remote = known.some((one) => !isLocal(one));
      if (remote && isLocal(host)) return 'host';
      if (lost) return 'ours';
      const others = known.filter((one) => !remote || !isLocal(one)).length;
      const needed = Math.min(options.needed, others);
      if (needed < 2) return 'host';
      failing.add(host);
      if (failing.size >= needed) {
        declareLost();
        return 'ours';
      }
      return new Promise((resolve) => {
        const suspect: Suspect = { resolve, timer: setTimeout(() => giveUp(suspect), options.patienceMs) };
        suspects = [...suspects, suspect];
      });
    },
  };

  function declareLost(): void {
    lost = true;
    options.onLost().catch(options.onError);
    settle('ours');
  }

  function settle(verdict: 'host' | 'ours'): void {
    const all = suspects;
    suspects = [];
    for (const one of all) {
      clearTimeout(one.timer);
      one.resolve(verdict);
    }
  }

  function giveUp(suspect: Suspect): void {
    suspects = suspects.filter((one) => one !== suspect);
    suspect.resolve('host');
  }
}

function isLocal(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || (isIP(address) === 4 ? address.startsWith('127.') : address === '::1');
}
