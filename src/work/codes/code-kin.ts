import type { CodeForm } from '../../recognise/code-forms.ts';
import type { CodeKnowledge } from './code-knowledge.ts';

export interface NamedCode {
  readonly code: string;
  readonly label: string;
}

/** What a code is called, or null where the data have no name that may be passed on. */
export function labelOf(form: CodeForm, { labels, controls }: CodeKnowledge): string | null {
  switch (form.scheme) {
    case 'hs':
      return labels.hs.get(form.code) ?? null;
    case 'cpv':
      return labels.cpv.get(form.code)?.name ?? null;
    case 'okpd2':
      return labels.okpd2.get(form.code) ?? null;
    case 'fsc':
      return form.code.length === 2 ? (labels.supplyGroups.get(form.code) ?? null) : null;
    case 'control':
      for (const { entries } of controls.lists.values()) {
        const entry = entries.find((one) => one.entry === form.code && one.heading !== '');
        if (entry !== undefined) return entry.heading;
      }
      return null;
    case 'nsn':
    case 'psc':
    case 'cas':
    case 'cnProcurement':
    case 'unspsc':
      return null;
  }
}

/** Named codes above it, from the widest, and the level just below it. */
export function kinOf(
  form: CodeForm,
  knowledge: CodeKnowledge,
): { readonly parents: readonly NamedCode[]; readonly children: readonly NamedCode[] } {
  const { labels } = knowledge;
  switch (form.scheme) {
    case 'hs':
      return {
        parents: [2, 4, 6].filter((digits) => digits < form.digits).flatMap((digits) => named(labels.hs, form.code.slice(0, digits))),
        children:
          form.digits >= 6
            ? []
            : [...labels.hs]
                .filter(([code]) => code.length === form.digits + 2 && code.startsWith(form.code))
                .map(([code, label]) => ({ code, label })),
      };
    case 'cpv':
      return cpvKin(form.code, knowledge);
    case 'okpd2':
      return { parents: form.code.length > 2 ? named(labels.okpd2, form.code.slice(0, 2)) : [], children: [] };
    case 'fsc':
    case 'nsn':
      return { parents: form.code.length > 2 ? named(labels.supplyGroups, form.code.slice(0, 2)) : [], children: [] };
    case 'control':
      return { parents: controlParents(form.code, knowledge), children: [] };
    case 'psc':
    case 'cas':
    case 'cnProcurement':
    case 'unspsc':
      return { parents: [], children: [] };
  }
}

function named(labels: ReadonlyMap<string, string>, code: string): readonly NamedCode[] {
  const label = labels.get(code);
  return label === undefined ? [] : [{ code, label }];
}

/** 35613100: 35000000 › 35600000 › 35610000 › 35613000. */
function cpvKin(code: string, { labels }: CodeKnowledge): ReturnType<typeof kinOf> {
  const stem = code.replace(/0+$/, '').padEnd(2, '0');
  const parents = [2, 3, 4, 5, 6, 7]
    .filter((digits) => digits < stem.length)
    .flatMap((digits) => {
      const parent = stem.slice(0, digits).padEnd(8, '0');
      const label = labels.cpv.get(parent)?.name;
      return label === undefined ? [] : [{ code: parent, label }];
    });
  const children = [...labels.cpv]
    .filter(([one]) => one !== code && one.startsWith(stem) && one.slice(stem.length + 1).replaceAll('0', '') === '')
    .map(([one, { name }]) => ({ code: one, label: name }));
  return { parents, children };
}

/** 9A012.a.1: category 9, group 9A, entry 9A012, paragraph 9A012.a. */
function controlParents(code: string, { labels, controls }: CodeKnowledge): readonly NamedCode[] {
  const parents: NamedCode[] = [];
  const [, digit = '', group = ''] = /^(\d)([A-E])/.exec(code) ?? [];
  const category = labels.controlCategories.get(digit);
  if (category !== undefined) parents.push({ code: digit, label: category });
  const groupLabel = labels.controlGroups.get(group);
  if (groupLabel !== undefined) parents.push({ code: `${digit}${group}`, label: groupLabel });
  for (let dot = code.indexOf('.', code.startsWith('X.') ? 8 : 0); dot !== -1; dot = code.indexOf('.', dot + 1)) {
    const above = code.slice(0, dot);
    for (const { entries } of controls.lists.values()) {
      const entry = entries.find((one) => one.entry === above);
      if (entry === undefined) continue;
      parents.push({ code: above, label: entry.heading });
      break;
    }
  }
  return parents;
}
