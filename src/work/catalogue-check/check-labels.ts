import { LABELLED, type Labels } from '../../catalogue/labels.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';

/** Whatever the catalogue names has a label, and no label is of something else. `named`: ids by kind. */
export function checkLabels(
  labels: Labels,
  named: Readonly<Record<(typeof LABELLED)[number], Iterable<string>>>,
): readonly CatalogueProblem[] {
  return LABELLED.flatMap((kind) => {
    const known = new Set(named[kind]);
    const missing = [...known].filter((id) => labels[kind][id] === undefined);
    const stray = Object.keys(labels[kind]).filter((id) => !known.has(id));
    return [
      ...missing.map((id) => ({
        where: `labels.yaml, ${kind}`,
        what: `"${id}" has no label`,
        todo: `add "${id}: English | Chinese | Ukrainian | Russian"`,
      })),
      ...stray.map((id) => ({
        where: `labels.yaml, ${kind} › ${id}`,
        what: 'the catalogue has nothing of that name',
        todo: 'mend the id, or take the line out',
      })),
    ];
  });
}
