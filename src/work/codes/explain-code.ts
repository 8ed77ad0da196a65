import { controlStatusAt, type ControlStatus } from '../../catalogue/control-status.ts';
import { entriesOf } from '../../catalogue/controls.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { codeFormsOf, type CodeForm } from '../../recognise/code-forms.ts';
import type { CodeKnowledge } from './code-knowledge.ts';
import { controlsOfCode, type CodeControl } from './controls-of-code.ts';
import { kinOf, labelOf, type NamedCode } from './code-kin.ts';

export type { CodeControl } from './controls-of-code.ts';

/** One thing that a typed code may be. */
export interface CodeMeaning {
  readonly scheme: CodeForm['scheme'] | 'partNumber';
  /** As its scheme writes it. */
  readonly code: string;
  /** What kind of code it is, for a reader. */
  readonly form: string;
  readonly label: string | null;
  /** From the widest down. */
  readonly parents: readonly NamedCode[];
  readonly children: readonly NamedCode[];
  readonly controls: readonly (CodeControl & { readonly status: string } & Pick<ControlStatus, 'state' | 'certain'>)[];
  /** Concepts of the catalogue that go with it. */
  readonly concepts: readonly string[];
  /** What a reader should know: a wrong check digit, labels that are missing, goods that a control does not cover. */
  readonly notes: readonly string[];
}

/** All that is known of one typed code. Without meanings it is unknown, and `problem` says why. */
export interface CodeAnswer {
  readonly typed: string;
  /** The day whose status of controls is given. */
  readonly date: string;
  readonly meanings: readonly CodeMeaning[];
  readonly problem: string | null;
  readonly nearest: string | null;
}

/** What a code is, in which lists it stands on a day, which goods go with it, what is above and below it. `date` is ISO. */
export function explainCode(typed: string, date: string, knowledge: CodeKnowledge): CodeAnswer {
  const { forms, broken } = codeFormsOf(typed);
  const meanings = forms
    .flatMap((form) => meaningOf(form, date, knowledge) ?? [])
    .toSorted((a, b) => b.controls.length + b.concepts.length - a.controls.length - a.concepts.length);
  if (meanings.length > 0) return { typed, date, meanings, problem: null, nearest: null };
  const part = partNumber(typed, knowledge);
  if (part !== null) return { typed, date, meanings: [part], problem: null, nearest: null };
  const problem =
    broken?.problem ??
    (forms.length === 0
      ? 'it has the form of no code that is known here'
      : `it has the form of ${forms.map(({ scheme }) => FORMS[scheme]).join(' or ')}, and no such code is known${forms.some(({ scheme, code }) => scheme === 'control' && /^\d[DE]/.test(code)) ? ': software and technology (groups D and E) are not in the data' : ''}`);
  return { typed, date, meanings: [], problem, nearest: nearest(typed, forms, knowledge) };
}

const FORMS: Readonly<Record<CodeForm['scheme'], string>> = {
  hs: 'a tariff code (HS)',
  control: 'an entry of a control list (ECCN, EU, China)',
  okpd2: 'an OKPD2 code (Russia)',
  cpv: 'a CPV code (EU procurement)',
  unspsc: 'a UNSPSC code',
  fsc: 'a federal supply class (FSC)',
  nsn: 'a NATO stock number (NSN)',
  psc: 'a product and service code (PSC)',
  cas: 'a CAS number (a chemical)',
  cnProcurement: 'a code of the Chinese procurement catalogue',
};

/** What a code of a form is, or undefined where the data know no such code. */
function meaningOf(form: CodeForm, date: string, knowledge: CodeKnowledge): CodeMeaning | undefined {
  const { scheme, code } = form;
  const label = labelOf(form, knowledge);
  const { parents, children } = kinOf(form, knowledge);
  const controls = controlsOfCode(form, knowledge).map((one) => {
    const { text, state, certain } = controlStatusAt(one.entry, date);
    return { ...one, status: text, state, certain };
  });
  const concepts = knowledge.conceptsOf(form, controls);
  const named = scheme === 'hs' ? controls.some(({ relation }) => relation !== 'above') : controls.length > 0 || concepts.length > 0;
  if (label === null && !named && !isKnownByAbove(form, parents)) return undefined;
  return {
    scheme,
    code,
    form: describe(form),
    label,
    parents,
    children,
    controls,
    concepts,
    notes: [...notesOf(form, knowledge, controls.length > 0), ...wrongNames(controls, knowledge)],
  };
}

/** Of schemes whose single codes are not in the data, a code is known where what stands above it is. */
function isKnownByAbove({ scheme, code }: CodeForm, parents: readonly NamedCode[]): boolean {
  if (scheme === 'hs') return code.length > 6 && parents.length === 3;
  return scheme === 'cas' || scheme === 'psc' || ((scheme === 'okpd2' || scheme === 'fsc' || scheme === 'nsn') && parents.length > 0);
}

function describe(form: CodeForm): string {
  if (form.scheme !== 'hs') return FORMS[form.scheme];
  const words: Readonly<Record<number, string>> = {
    2: 'a chapter of the Harmonized System',
    4: 'a heading of the Harmonized System',
    6: 'a subheading of the Harmonized System',
  };
  return (
    words[form.digits] ??
    `a tariff code of ${form.digits} digits (HS ${form.code.slice(0, 6)} and ${form.digits === 8 ? 'the digits of the EU, the US or another tariff' : 'the digits of China, the EAEU or the US'})`
  );
}

function notesOf(form: CodeForm, { labels }: CodeKnowledge, controlled: boolean): readonly string[] {
  if (form.scheme === 'cpv' && form.check !== null) {
    const check = labels.cpv.get(form.code)?.check;
    return check !== undefined && check !== form.check ? [`the check digit is ${check}, not ${form.check}`] : [];
  }
  if (form.scheme === 'hs' && form.digits > 6)
    return ['what digits seven and after mean is said by each tariff; only lines that a list names are in the data'];
  if (form.scheme === 'okpd2') return ['the data name divisions of OKPD2, not single codes'];
  if (form.scheme === 'cas') return ['no list with CAS numbers is in the data; concepts name some'];
  if (form.scheme === 'control' && !controlled) return ['on no list in the data'];
  if (form.scheme === 'psc') return ['codes that begin with a letter stand for services and research; the data name none of them'];
  if (form.scheme === 'cnProcurement') return ['the data name no codes of this catalogue'];
  return [];
}

/** Goods for which a control entry is often named, though it does not cover them. */
function wrongNames(found: readonly CodeControl[], { catalogue, controls }: CodeKnowledge): readonly string[] {
  const entries = new Set(found.flatMap(({ entry, relation }) => (relation === 'is' ? [entry] : [])));
  return [...catalogue.concepts.values()].flatMap(({ id, notControls }) =>
    Object.entries(notControls).flatMap(([reference, why]) =>
      entriesOf(controls, reference).some((entry) => entries.has(entry)) ? [`not for ${id}: ${why}`] : [],
    ),
  );
}

/** A product designation that the catalogue knows. */
function partNumber(typed: string, { scan, catalogue }: CodeKnowledge): CodeMeaning | null {
  const mention = scan(typed).find(({ concept, start, end }) => concept !== undefined && end - start >= typed.trim().length / 2);
  if (mention?.concept === undefined) return null;
  const { definition } = catalogue.concepts.get(mention.concept) ?? { definition: '' };
  return {
    scheme: 'partNumber',
    code: mention.text,
    form: mention.kind === 'tradeName' ? 'a trade name or part number' : 'a term of the catalogue',
    label: mention.note ?? definition,
    parents: [],
    children: [],
    controls: [],
    concepts: [mention.concept],
    notes: ['"dualwatch catalogue show" with the concept gives its controls'],
  };
}

function nearest(typed: string, forms: readonly CodeForm[], { labels, controls }: CodeKnowledge): string | null {
  const text = typed.trim().toUpperCase();
  for (const form of forms) {
    if (form.scheme === 'hs') {
      for (let digits = 6; digits >= 2; digits -= 2) {
        const parent = form.code.slice(0, digits);
        if (labels.hs.has(parent)) return `HS ${parent}`;
      }
      const six = nearestName(form.code.slice(0, 6), labels.hs.keys());
      if (six !== undefined) return `HS ${six}`;
    }
    if (form.scheme === 'cpv') {
      const code = nearestName(form.code, labels.cpv.keys());
      if (code !== undefined) return `CPV ${code}`;
    }
  }
  if (text.length > 12) return null;
  const entries = ['us-ccl', 'eu-annex-i', 'cn-dual-use'].flatMap(
    (id) => controls.lists.get(id)?.entries.flatMap(({ instrument, entry }) => (instrument === undefined ? [entry] : [])) ?? [],
  );
  // The first digits of a code say more than the last: 9A013 is nearer to 9A012 than to 9A003.
  const alike = entries.filter((entry) => entry.startsWith(text.slice(0, 4)));
  return nearestName(text, alike) ?? nearestName(text, entries) ?? null;
}
