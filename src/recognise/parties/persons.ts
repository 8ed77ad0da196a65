import { alternatives } from './words-pattern.ts';

/** Persons that stand in the value of a label such as 联系人 or "Контактное лицо". */
export interface PersonPattern {
  readonly han: RegExp;
  /** A word such as 先生 or 经理 at the beginning of what follows a name. */
  readonly honorific: RegExp;
}

const CYRILLIC =
  /^(?:\p{Lu}\.\s?\p{Lu}\.\s?[\p{Script=Cyrillic}][\p{L}’'-]{1,30}|\p{Script=Cyrillic}[\p{L}’'-]{1,30}\s{1,2}\p{Lu}\.(?:\s?\p{Lu}\.?)?|(?:(?=\p{Lu})\p{Script=Cyrillic}[\p{L}’'-]{1,30}\s{1,2}){1,2}(?=\p{Lu})\p{Script=Cyrillic}[\p{L}’'-]{1,30})/u;
const LATIN =
  /^(?:(?:Mr|Mrs|Ms|Dr|Miss|Prof)\.?\s)?(?:[A-Z][\p{L}’'-]{0,30}\.?\s{1,2}){1,3}[A-Z][\p{L}’'-]{1,30}|^(?:Mr|Mrs|Ms|Dr|Miss|Prof)\.?\s[A-Z][\p{L}’'-]{1,30}/u;
/** A given name or a surname alone: SMITH, JOHN. */
const SINGLE = /^\p{Lu}[\p{L}’'-]{1,30}$/u;
/** What ends in one of these is no person. */
export const OFFICE = /(?:科|室|部|处|局|公司|中心|大队|支队|委员会|办公室|办|站|院|所|组|学校|单位|平台|热线|邮箱|见|无)$/u;
const SPLIT = /[、，,;；/|]|\s(?:и|та|and|&)\s/u;

/** Patterns of the words of trade-roles.yaml that end a Chinese name. */
export function personPattern(honorifics: readonly string[]): PersonPattern {
  const words = alternatives(honorifics);
  return {
    han: new RegExp(
      `^[\\p{Script=Han}][\\p{Script=Han}·\\s]{0,3}?(?:${words})|^[\\p{Script=Han}·]{2,4}(?![\\p{Script=Han}])|^\\p{Script=Han}[ \u3000]{1,2}\\p{Script=Han}(?!\\p{Script=Han})`,
      'u',
    ),
    honorific: new RegExp(`^(?:${words})(?!\\p{Script=Han})`, 'u'),
  };
}

/** Spans of persons in a value, relative to it. A value that cannot be read and is no office counts as a person: to show less is safer. */
export function personsIn(value: string, pattern: PersonPattern): readonly { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  let from = 0;
  for (const piece of value.split(SPLIT)) {
    const at = value.indexOf(piece, from);
    from = at + piece.length;
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    const length = personLength(body, pattern);
    if (length > 0) found.push({ start: at + lead, end: at + lead + length });
  }
  return found;
}

function personLength(body: string, { han }: PersonPattern): number {
  const name = han.exec(body)?.[0];
  if (name !== undefined) return OFFICE.test(name) ? 0 : name.length;
  return (CYRILLIC.exec(body) ?? LATIN.exec(body) ?? SINGLE.exec(body))?.[0].length ?? 0;
}
