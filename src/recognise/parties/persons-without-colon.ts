import type { Span } from '../../model/span.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import { hasHonorific } from './persons-beside.ts';
import type { PersonPattern } from './persons.ts';
import { OFFICE } from './persons.ts';
import type { TradeHit } from './trade-hits.ts';

const HAN = /[\s\u3000]{0,3}(\p{Script=Han}{2,7})(?!\p{Script=Han})/uy;
const INITIALS =
  /\.?\s{1,3}(\p{Lu}[\p{L}’'-]{1,30}\s{1,2}\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}’'-]{1,30})(?![\p{L}\d])/uy;

/** Persons behind a label for persons that has no colon: 联系人 李小龙, 联系张先生, "исполнитель Сидоров П. К.". What has not the form of a name is none. */
export function personsWithoutColon(
  text: string,
  labels: readonly TradeHit[],
  { honorific }: PersonPattern,
): readonly (Span & { readonly label: string })[] {
  return labels.flatMap(({ word, from, to }) => {
    if (word.kind !== 'person') return [];
    const pattern = word.lang === 'zh' ? HAN : INITIALS;
    pattern.lastIndex = to;
    const name = pattern.exec(text)?.[1];
    if (name === undefined) return [];
    const apart = pattern.lastIndex - name.length > to;
    if (word.lang === 'zh' && !hasHonorific(name, honorific) && !(apart && isBareName(name))) return [];
    return [{ start: pattern.lastIndex - name.length, end: pattern.lastIndex, label: text.slice(from, to) }];
  });
}

function isBareName(name: string): boolean {
  const surname = hanSurname(name);
  return surname !== undefined && !OFFICE.test(name) && name.length - surname.length <= 2;
}
