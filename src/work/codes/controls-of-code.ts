import type { ControlEntry } from '../../model/control-entry.ts';
import type { CodeForm } from '../../recognise/code-forms.ts';
import type { CodeKnowledge } from './code-knowledge.ts';

/** A control entry that a code leads to. */
export interface CodeControl {
  readonly entry: ControlEntry;
  /** `is`: the list names this code. `above`: it names a wider one. `below`: it names a narrower one, so only some goods of the code are meant. */
  readonly relation: 'is' | 'above' | 'below';
  /** The code or entry by which it was found. */
  readonly by: string;
}

/** Entries of all lists that a code leads to, the nearest first. Only tariff codes and control entries lead to any. */
export function controlsOfCode(form: CodeForm, { controls }: CodeKnowledge): readonly CodeControl[] {
  const found: CodeControl[] = [];
  for (const { entries } of controls.lists.values())
    for (const entry of entries) {
      const hit = form.scheme === 'control' ? byEntry(form.code, entry) : form.scheme === 'hs' ? byTariffCode(form.code, entry) : null;
      if (hit !== null) found.push(hit);
    }
  const order = { is: 0, above: 1, below: 2 };
  return found.toSorted((a, b) => order[a.relation] - order[b.relation]);
}

function byEntry(code: string, entry: ControlEntry): CodeControl | null {
  const { entry: named } = entry;
  if (named === code) return { entry, relation: 'is', by: named };
  if (code.startsWith(`${named}.`)) return { entry, relation: 'above', by: named };
  return named.startsWith(`${code}.`) ? { entry, relation: 'below', by: named } : null;
}

function byTariffCode(code: string, entry: ControlEntry): CodeControl | null {
  const exact = entry.codes.find((one) => one === code);
  if (exact !== undefined) return { entry, relation: 'is', by: exact };
  const wider = entry.codes.find((one) => code.startsWith(one));
  if (wider !== undefined) return { entry, relation: 'above', by: wider };
  const narrower = entry.codes.find((one) => one.startsWith(code));
  return narrower === undefined ? null : { entry, relation: 'below', by: narrower };
}
