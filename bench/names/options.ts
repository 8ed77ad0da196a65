import { DualwatchError } from '../../src/model/errors.ts';

/** What the user of `npm run -s eval -- names` asked for. */
export interface EvalOptions {
  readonly groups: readonly string[];
  /** Print single errors; those of the held-out half only with `heldOutErrors`. */
  readonly errors: boolean;
  readonly heldOutErrors: boolean;
  /** Measure the dev half only, and nothing that is sealed. */
  readonly dev: boolean;
  readonly ablate: boolean;
  readonly json: boolean;
  readonly plain: boolean;
  /** Run other systems on the same data where a group knows how. */
  readonly peers: boolean;
  readonly off: ReadonlySet<string>;
}

const FLAGS = ['--errors', '--held-out-errors', '--dev', '--ablate', '--json', '--plain', '--peers'] as const;

/** Throws `usage` for what it does not know. */
export function evalOptions(args: readonly string[], known: readonly string[]): EvalOptions {
  const groups: string[] = [];
  const off: string[] = [];
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const [name = '', inline] = (args[at] ?? '').split('=', 2);
    if (name === '--group' || name === '--off') {
      const value = inline ?? args[(at += 1)] ?? '';
      (name === '--group' ? groups : off).push(...value.split(','));
    } else if ((FLAGS as readonly string[]).includes(name)) flags.add(name);
    else
      throw new DualwatchError('usage', `no option "${name}"; there are --group <${known.join('|')}>, --off <layer>, ${FLAGS.join(', ')}`);
  }
  const stranger = groups.find((group) => !known.includes(group));
  if (stranger !== undefined) throw new DualwatchError('usage', `no group "${stranger}"; there are ${known.join(', ')}`);
  const has = (flag: (typeof FLAGS)[number]): boolean => flags.has(flag);
  return {
    groups: groups.length > 0 ? groups : known,
    errors: has('--errors'),
    heldOutErrors: has('--held-out-errors'),
    dev: has('--dev'),
    ablate: has('--ablate'),
    json: has('--json'),
    plain: has('--plain'),
    peers: has('--peers'),
    off: new Set(off),
  };
}
