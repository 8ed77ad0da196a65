import type { Finding } from '../../api/routes.gen.ts';

/** Findings that rest on the same words of the text. */
export interface Bundle {
  /** The words, told once. */
  readonly signs: Finding['for'];
  readonly findings: readonly Finding[];
}

/** Findings by the words that speak for them, in the order of the text as it was found; within, by regime, list and entry. */
export function bundlesOf(findings: readonly Finding[]): readonly Bundle[] {
  const bundles = Map.groupBy(findings, ({ for: signs }) => [...new Set(signs.map(({ text }) => text))].toSorted().join('\n'));
  return [...bundles.values()].map((members) => ({
    signs: members[0]?.for ?? [],
    findings: members.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'en', { numeric: true })),
  }));
}

function placeOf({ control }: Finding): string {
  return control === undefined ? '' : [control.regime, control.list, control.entry].join('\n');
}
