import { z } from 'zod';
import type { ListFacts } from '../../catalogue/list-facts.ts';
import { countriesOf } from './country-names.ts';
import { TOPICS } from './ftm-model.ts';
import type { ValueType } from './ftm-model.ts';
import { readDates } from './list-date.ts';
import type { DayOrder } from './list-date.ts';

/** Longer texts than this are prose: no pattern is tried on them, so that none can be made to run long. */
export const LONGEST_PATTERNED = 1024;
const LONGEST_IDENTIFIER = 256;
const LONGEST_TEXT = 65_536;

const emailSchema = z.email();
const nameSchema = z.string().regex(/[\p{L}\p{N}]/u);
const identifierSchema = z
  .string()
  .max(LONGEST_IDENTIFIER)
  .regex(/[\p{L}\p{N}]/u);
const urlSchema = z.url({ protocol: /^(?:https?|ftp)$/ });
const numberSchema = z.string().regex(/^-?\d+(?:[.,]\d+)*$/);

/** The values that a tidy text holds for a property of this type, or undefined where it holds none that can be understood. */
export function cleanValue(type: ValueType, text: string, facts: ListFacts, dayOrder: DayOrder): readonly string[] | undefined {
  if (type !== 'text' && text.length > LONGEST_PATTERNED) return undefined;
  switch (type) {
    case 'name':
      return nameSchema.safeParse(text).success ? [text] : undefined;
    case 'date':
      return readDates(text, dayOrder);
    case 'country':
      return countriesOf(text, facts.countries);
    case 'identifier': {
      const bare = text.replace(/^[\s:#,.;-]+|[\s,.;]+$/gu, '');
      return identifierSchema.safeParse(bare).success ? [bare] : undefined;
    }
    case 'gender':
      return genderOf(text);
    case 'topic':
      return TOPICS.has(text) ? [text] : undefined;
    case 'email':
      return some(text.match(/[^\s<>,;"'()]+@[^\s<>,;"'()]+/gu) ?? [], (address) => emailSchema.safeParse(address).success);
    case 'url':
      return some(
        text
          .split(/[\s,;]+/u)
          .filter((word) => word.includes('.'))
          .map((word) => (/^[a-z]+:\/\//iu.test(word) ? word : `http://${word}`)),
        isAddress,
      );
    case 'number':
      return numberSchema.safeParse(text).success ? [text] : undefined;
    case 'text':
      return [text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text];
  }
}

/** Those of several values in one cell that hold; undefined where none does. */
function some(values: readonly string[], holds: (value: string) => boolean): readonly string[] | undefined {
  const good = values.map((value) => value.replace(/[.,:]+$/u, '')).filter(holds);
  return good.length === 0 ? undefined : good;
}

function isAddress(text: string): boolean {
  return urlSchema.safeParse(text).success && /^[a-z]+:\/\/[^/]+\.\p{L}{2,}/iu.test(text);
}

function genderOf(text: string): readonly string[] | undefined {
  if (/^(?:m|male|man|men)\.?$/iu.test(text)) return ['male'];
  if (/^(?:f|female|woman|women)\.?$/iu.test(text)) return ['female'];
  // Nothing is said, so nothing is noted.
  if (/^(?:u|unknown|n\/?a|-)$/iu.test(text)) return [];
  return /^other$/iu.test(text) ? ['other'] : undefined;
}
