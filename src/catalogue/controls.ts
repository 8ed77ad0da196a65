import type { ControlEntry } from '../model/control-entry.ts';

/** A list of controls as a whole: what it is, of when, and what its data lack. */
export interface ControlList {
  /** `cn-dual-use`, `us-ccl`, … */
  readonly id: string;
  readonly regime: string;
  readonly name: string;
  /** ISO date of the newest text that was read. */
  readonly asOf: string;
  /** Of when the texts are that its entries come from, newest first, and how many come from each. */
  readonly texts: readonly { readonly asOf: string; readonly entries: number }[];
  readonly completeness: string;
  /** What of it does not come from the official text; empty where nothing. */
  readonly secondary: string;
  /** Licence and credit. */
  readonly credit: string;
  /** Entries with words and limits, whole HS codes without limits, or both. */
  readonly basis: 'entry' | 'hs' | 'mixed';
  readonly entries: readonly ControlEntry[];
}

/** All control lists of the catalogue, as `loadControls` reads them. */
export interface Controls {
  readonly lists: ReadonlyMap<string, ControlList>;
}

/** What the file of a concept says of controls; `Concept` fits. */
export interface ControlledConcept {
  readonly hs6: readonly string[];
  /** References: `5A001.e` of the US and EU lists, `ML11.a` of the military list, `cn-dual-use 0A903.a` of any other. */
  readonly controls: readonly string[];
  /** Reference → why that entry does not cover these goods, though it is often taken to. */
  readonly notControls: Readonly<Record<string, string>>;
}

export interface ControlCandidate {
  readonly entry: ControlEntry;
  /** `entry`: the file of the concept names it, with its words and limits. `hs`: a code on a list of HS codes; a code alone, never a classification. */
  readonly via: 'entry' | 'hs';
}

export interface ControlExclusion {
  readonly entry: ControlEntry;
  readonly why: string;
}

/**
 * The control entries that may apply to goods of a concept, and those that are often named for them and do not cover them.
 * Named entries come first, in the order of the file, each with its paragraphs; then lists of HS codes. Which apply is for thresholds and a person to say.
 */
export function controlsOf(
  controls: Controls,
  concept: ControlledConcept,
): { readonly candidates: readonly ControlCandidate[]; readonly exclusions: readonly ControlExclusion[] } {
  const named = new Set(concept.controls.flatMap((reference) => entriesOf(controls, reference)));
  const candidates = [...named].map((entry): ControlCandidate => ({ entry, via: isWholeCode(entry) ? 'hs' : 'entry' }));
  for (const { basis, entries } of controls.lists.values()) {
    if (basis === 'entry') continue;
    for (const entry of entries) {
      if (named.has(entry) || !isWholeCode(entry)) continue;
      if (concept.hs6.some((hs6) => entry.entry.startsWith(hs6))) candidates.push({ entry, via: 'hs' });
    }
  }
  const exclusions = Object.entries(concept.notControls).flatMap(([reference, why]) =>
    entriesOf(controls, reference).map((entry): ControlExclusion => ({ entry, why })),
  );
  return { candidates, exclusions };
}

/** A tariff code of a list of such codes, without limits: never more than a hint, however it is come by. */
function isWholeCode({ entry, thresholds }: ControlEntry): boolean {
  return thresholds.length === 0 && /^\d{4,10}$/.test(entry);
}

/**
 * Entries that a reference names: `5A001.e` in the US and EU lists, `ML11.a` in the military list, `us-supp-4 854370` in the list it begins with.
 * With an entry come its paragraphs (`9A012` has `9A012.a`); where a list has only the entry above (`6A002` for `6A002.a.2`), that one. None: empty.
 */
export function entriesOf(controls: Controls, reference: string): readonly ControlEntry[] {
  const { lists, code } = splitReference(controls, reference);
  return lists.flatMap((id) => {
    const entries = controls.lists.get(id)?.entries ?? [];
    for (let at = code; ; at = at.slice(0, at.lastIndexOf('.'))) {
      const found = entries.filter(({ entry }) => entry === at || entry.startsWith(`${at}.`));
      if (found.length > 0) return at === code ? found : found.filter(({ entry }) => entry === at);
      if (!at.includes('.')) return [];
    }
  });
}

function splitReference(controls: Controls, reference: string): { readonly lists: readonly string[]; readonly code: string } {
  const blank = reference.indexOf(' ');
  const list = reference.slice(0, blank);
  if (blank > 0 && controls.lists.has(list)) return { lists: [list], code: reference.slice(blank + 1) };
  return { lists: reference.startsWith('ML') ? ['eu-military'] : ['us-ccl', 'eu-annex-i'], code: reference };
}
