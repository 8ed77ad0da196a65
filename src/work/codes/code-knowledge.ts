import type { Catalogue } from '../../catalogue/catalogue.ts';
import { loadCodeLabels, type CodeLabels } from '../../catalogue/code-labels.ts';
import { entriesOf, type Controls } from '../../catalogue/controls.ts';
import { packagedCatalogue, packagedScanner } from '../packaged/catalogue.ts';
import { packagedControls } from '../../catalogue/load-controls.ts';
import type { ControlEntry } from '../../model/control-entry.ts';
import type { Mention } from '../../model/mention.ts';
import type { CodeForm } from '../../recognise/code-forms.ts';

/** All that answers about codes need. */
export interface CodeKnowledge {
  readonly labels: CodeLabels;
  readonly controls: Controls;
  readonly catalogue: Catalogue;
  /** Concepts that go with a code: named by it, or by one of its control entries. In the order of the catalogue. */
  conceptsOf(form: CodeForm, controls: readonly { readonly entry: ControlEntry }[]): readonly string[];
  /** What a text that is no code names; the scanner is made when it is first asked for. */
  scan(text: string): readonly Mention[];
}

let opened: CodeKnowledge | undefined;

/** What the package knows of codes, loaded once. */
export function openCodeKnowledge(): CodeKnowledge {
  return (opened ??= loadCodeKnowledge());
}

function loadCodeKnowledge(): CodeKnowledge {
  const catalogue = packagedCatalogue();
  const controls = packagedControls();
  let named: ReadonlyMap<ControlEntry, readonly string[]> | undefined;
  return {
    labels: loadCodeLabels(),
    controls,
    catalogue,
    conceptsOf(form, found) {
      named ??= conceptsByEntry(catalogue, controls);
      const concepts = new Set(
        catalogue.codes.filter((listed) => goesWith(listed.scheme, listed.code, form)).map(({ concept }) => concept),
      );
      for (const { entry } of found) for (const concept of named.get(entry) ?? []) concepts.add(concept);
      return [...catalogue.concepts.keys()].filter((id) => concepts.has(id));
    },
    scan: (text) => packagedScanner().scan(text).mentions,
  };
}

function conceptsByEntry(catalogue: Catalogue, controls: Controls): ReadonlyMap<ControlEntry, readonly string[]> {
  const byEntry = new Map<ControlEntry, string[]>();
  for (const [id, { controls: references }] of catalogue.concepts)
    for (const entry of references.flatMap((reference) => entriesOf(controls, reference))) {
      const concepts = byEntry.get(entry) ?? [];
      byEntry.set(entry, concepts);
      concepts.push(id);
    }
  return byEntry;
}

/** Whether a code that a concept lists is the typed one, stands above it, or (from four digits) below it. */
function goesWith(scheme: string, listed: string, form: CodeForm): boolean {
  const code = form.scheme === 'nsn' ? form.fsc : form.code;
  const schemes: Readonly<Record<CodeForm['scheme'], readonly string[]>> = {
    hs: ['hs', 'cnTariff'],
    control: ['eccn', 'cnControl'],
    okpd2: ['okpd2'],
    cpv: ['cpv'],
    unspsc: [],
    fsc: ['fsc'],
    nsn: ['fsc'],
    psc: [],
    cas: ['cas'],
    cnProcurement: ['cnProcurement'],
  };
  if (!schemes[form.scheme].includes(scheme)) return false;
  if (form.scheme === 'cpv') return listed.startsWith(code.replace(/0+$/, '')) || code.startsWith(listed.replace(/0+$/, ''));
  if (form.scheme === 'control') return listed === code || listed.startsWith(`${code}.`) || code.startsWith(`${listed}.`);
  return code.startsWith(listed) || (code.length >= 4 && listed.startsWith(code));
}
