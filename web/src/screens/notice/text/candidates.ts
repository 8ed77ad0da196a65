/** A control entry that may apply to a concept, as the catalogue has it. */
export interface Candidate {
  readonly list: string;
  readonly entry: string;
  readonly heading: string;
  readonly source: string;
}

const SHOWN = 3;

/** The first entries that are in force among what the server says of a concept, those that name it before those that its tariff code falls under; and how many more there are. */
export function candidatesOf(concept: unknown): readonly [readonly Candidate[], number] {
  const list: unknown = isRecord(concept) ? concept['candidates'] : undefined;
  const all = (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((one) => {
    if (!isRecord(one) || !isRecord(one['entry'])) return [];
    const { list: name, entry, heading, source, to } = one['entry'];
    if (typeof name !== 'string' || typeof entry !== 'string' || typeof to === 'string') return [];
    return [
      {
        list: name,
        entry,
        heading: typeof heading === 'string' ? heading : '',
        source: typeof source === 'string' ? source : '',
        via: one['via'],
      },
    ];
  });
  const named = all.toSorted((a, b) => Number(a.via === 'hs') - Number(b.via === 'hs'));
  return [named.slice(0, SHOWN), Math.max(0, named.length - SHOWN)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
