/** How the latest visits of hosts ended, for telling a lost connection of our own from hosts that fail. */
export interface ConnectionWatch {
  /** Says that some host answered, with whatever. */
  answered(): void;
  /**
   * Says that a host could not be reached. Resolves `host` when the failure may be held against it, because another host answers,
   * because it is the only one, or because nobody else was heard in time; resolves `ours` when every host fails.
   */
  failed(host: string): Promise<'host' | 'ours'>;
}

interface Suspect {
  readonly host: string;
  readonly resolve: (verdict: 'host' | 'ours') => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Decides whose fault a silence is. When `needed` different hosts in a row could not be reached and none answered between, the connection is ours;
 * otherwise the failure waits up to `patienceMs` for another host's answer and is then held against its host.
 */
export function watchConnection(options: { readonly needed: number; readonly patienceMs: number; readonly hostsKnown: () => Promise<number>; readonly onLost: () => Promise<void>; readonly onBack: () => Promise<void> }): ConnectionWatch {
  let suspects: Suspect[] = [];
  let lost = false;

  return {
    answered() {
      if (lost) {
        lost = false;
        void options.onBack();
      }
      settle('host');
    },
    async failed(host) {
      if (lost) return 'ours';
      const needed = Math.min(options.needed, await options.hostsKnown());
      if (needed < 2) return 'host';
      return new Promise((resolve) => {
        const suspect: Suspect = { host, resolve, timer: setTimeout(() => giveUp(suspect), options.patienceMs) };
        suspects.push(suspect);
        if (new Set(suspects.map((one) => one.host)).size < needed) return;
        lost = true;
        void options.onLost();
        settle('ours');
      });
    },
  };

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
