import { casCheckDigit, readCode } from './code-schemes.ts';

/** What a typed code may be by its form alone. */
export type CodeForm =
  | { readonly scheme: 'hs'; readonly code: string; readonly digits: number }
  | { readonly scheme: 'control'; readonly code: string }
  | { readonly scheme: 'okpd2'; readonly code: string }
  | { readonly scheme: 'cpv'; readonly code: string; readonly check: string | null }
  | { readonly scheme: 'unspsc'; readonly code: string }
  | { readonly scheme: 'fsc'; readonly code: string }
  | { readonly scheme: 'nsn'; readonly code: string; readonly fsc: string }
  | { readonly scheme: 'psc'; readonly code: string }
  | { readonly scheme: 'cas'; readonly code: string }
  | { readonly scheme: 'cnProcurement'; readonly code: string };

/** A form that a code nearly has, and what is wrong: `the last digit should be 3`. */
export interface BrokenForm {
  readonly scheme: 'cas' | 'hs';
  readonly problem: string;
}

/** Words that people write before a code. */
const ANNOUNCED = /^(?:HS|HTS|HTSUS|ТН ?ВЭД|УКТ ?ЗЕД|TN ?VED|CN|ECCN|OKPD2?|ОКПД2?|CPV|CAS|NSN|FSC|PSC|UNSPSC)[ :№#.-]+/iu;

/** Every form that a typed code has, most telling first; none where it has no form of a code. Letter case, full-width forms and a scheme before it do not matter. */
export function codeFormsOf(typed: string): { readonly forms: readonly CodeForm[]; readonly broken: BrokenForm | null } {
  const text = typed.slice(0, MOST_CHARACTERS).normalize('NFKC').trim().replace(ANNOUNCED, '').trim();
  const forms: CodeForm[] = [];
  let broken: BrokenForm | null = null;
  const control =
    /^(\d[a-e]\d{3})((?:\.[a-z\d]{1,3}|\.catch-all)*)$/i.exec(text) ??
    /^(X\.[A-E]\.[IVX]+\.\d{3})((?:\.[a-z\d]{1,3})*)$/i.exec(text) ??
    /^(ML\d{1,2})((?:\.[a-z\d]{1,3})*)$/i.exec(text);
  if (control !== null) forms.push({ scheme: 'control', code: (control[1] ?? '').toUpperCase() + (control[2] ?? '').toLowerCase() });
  if (/^\d{2,7}-\d{2}-\d$/.test(text)) {
    if (readCode('cas', text) === null)
      broken = { scheme: 'cas', problem: `the last digit of a CAS number is a checksum; here it would be ${casCheckDigit(text)}` };
    else forms.push({ scheme: 'cas', code: text });
  }
  const nsn = /^(\d{4})-?(\d{2})-?(\d{3})-?(\d{4})$/.exec(text);
  if (nsn !== null) forms.push({ scheme: 'nsn', code: nsn.slice(1).join('-'), fsc: nsn[1] ?? '' });
  const cpv = /^(\d{8})(?:-(\d))?$/.exec(text);
  if (cpv !== null) forms.push({ scheme: 'cpv', code: cpv[1] ?? '', check: cpv[2] ?? null });
  if (/^\d{4}(?:[. ]?\d{2}(?:[. ]?\d{2}(?:[. ]?\d{2}|\d[. ]?\d)?|[. ]\d{3}[. ]\d)?)?$/.test(text) || /^\d{2}$/.test(text)) {
    const digits = text.replaceAll(/[. ]/g, '');
    const chapter = Number(digits.slice(0, 2));
    if (chapter >= 1 && chapter <= 97 && chapter !== 77) forms.push({ scheme: 'hs', code: digits, digits: digits.length });
    else if (forms.length === 0)
      broken = { scheme: 'hs', problem: `a tariff code begins with a chapter from 01 to 97, without 77; ${digits.slice(0, 2)} is none` };
  }
  if (/^\d{2}(?:\.\d{1,2}(?:\.\d{1,2}(?:\.\d{1,3})?)?)?$/.test(text)) forms.push({ scheme: 'okpd2', code: text });
  if (/^\d{4}$/.test(text) || /^\d{2}$/.test(text)) forms.push({ scheme: 'fsc', code: text });
  if (/^[A-Z](?:\d{3}|[A-Z]\d{2}|\d[A-Z]{2})$/i.test(text)) forms.push({ scheme: 'psc', code: text.toUpperCase() });
  if (/^[A-C]\d{2}(?:\d{2}){0,4}$/i.test(text)) forms.push({ scheme: 'cnProcurement', code: text.toUpperCase() });
  if (/^\d{8}$/.test(text)) forms.push({ scheme: 'unspsc', code: text });
  return { forms, broken };
}

/** No code is longer; what is would only cost time. */
const MOST_CHARACTERS = 64;
