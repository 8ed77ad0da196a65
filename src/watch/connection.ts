import type { Clock } from '../capture/clock.ts';

/** How the latest visits of hosts ended, for telling a lost connection of our own from hosts that fail. */
export interface ConnectionWatch {
  /** Says that some host answered, with whatever. */
  answered(): void;
  /**
   * Says that a host could not be reached by a visit that began at `startedAt` (steady clock). Resolves `host` when the failure may be held
   * against it: another host has answered since then or answers soon, it is the only one, or too few others fail; resolves `ours` when every host fails.
   */
  failed(host: string, startedAt: number): Promise<'host' | 'ours'>;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** So many different hosts must fail, and none answer, before the connection counts as lost. */
  readonly needed: number;
  /** So long nobody may have answered. Milliseconds. */
  readonly quietMs: number;
  /** So long a failure waits for another host's word. Milliseconds. */
  readonly patienceMs: number;
  /** Hosts that this home watches. */
  readonly hostsKnown: () => Promise<number>;
  readonly onLost: () => Promise<void>;
  readonly onBack: () => Promise<void>;
}

interface Suspect {
  readonly host: string;
  readonly resolve: (verdict: 'host' | 'ours') => void;
  readonly timer: NodeJS.Timeout;
}

/** Decides whose fault a silence is; see {@link ConnectionWatch}. One for each watcher. */
export function watchConnection(options: ConnectionOptions): ConnectionWatch {
  let suspects: readonly Suspect[] = [];
  let lost = false;
  let lastAnswer = Number.NEGATIVE_INFINITY;

  return {
    answered() {
      lastAnswer = options.clock.monotonic();
      if (lost) {
        lost = false;
        void options.onBack();
      }
      settle('host');
    },
    async failed(host, startedAt) {
      if (lastAnswer >= startedAt) return 'host';
      if (lost) return 'ours';
      const needed = Math.min(options.needed, await options.hostsKnown());
      if (needed < 2) return 'host';
      return new Promise((resolve) => {
        const suspect: Suspect = { host, resolve, timer: setTimeout(() => (everyHostFails(needed) ? declareLost() : giveUp(suspect)), options.patienceMs) };
        suspects = [...suspects, suspect];
        if (everyHostFails(needed)) declareLost();
      });
    },
  };

  function everyHostFails(needed: number): boolean {
    return new Set(suspects.map((one) => one.host)).size >= needed && options.clock.monotonic() - lastAnswer >= options.quietMs;
  }

  function declareLost(): void {
    lost = true;
    void options.onLost();
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
