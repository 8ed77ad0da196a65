import type { FtmEntity } from '../../model/party.ts';
import { checkIdentifier, normaliseIdentifier } from '../score/identifiers.ts';

/** A number that identifies a party: of what kind, and whether its check digits hold where the kind has some. */
export interface IdentityNumber {
  /** `INN`, `passport`, … as a reader calls it; {@link GENERAL} kinds say less than they could. */
  readonly kind: string;
  /** Letters and digits alone, upper case. */
  readonly value: string;
  /** Its kind has check digits, and they hold. */
  readonly checked: boolean;
}

/** All identifying numbers of an entity, each value once for each kind. Numbers that are too short to identify anything are left out. */
export function identityNumbersOf(entity: FtmEntity): readonly IdentityNumber[] {
  const found = new Map<string, IdentityNumber>();
  for (const [property, kind] of KINDS) {
    for (const text of entity.properties[property] ?? []) {
      const value = numberIn(text);
      if (value === undefined) continue;
      const check = checkIdentifier(value);
      const checked = check.kind === kind && check.holds === true;
      // A number whose check digits fail is mistyped: it proves nothing and contradicts nothing.
      if (CHECKED_KINDS.has(kind) && !checked) continue;
      found.set(`${kind} ${value}`, { kind, value, checked });
    }
  }
  return [...found.values()];
}

/** A number that both have, the most telling kind first; undefined where none is. */
export function sharedNumber(a: readonly IdentityNumber[], b: readonly IdentityNumber[]): IdentityNumber | undefined {
  let best: IdentityNumber | undefined;
  for (const mine of a) {
    for (const theirs of b) {
      if (mine.value !== theirs.value || !kindsFit(mine.kind, theirs.kind)) continue;
      const shared = mine.checked || GENERAL.has(theirs.kind) ? mine : theirs;
      if (best === undefined || (shared.checked && !best.checked)) best = shared;
    }
  }
  return best;
}

/** Words for two numbers of one kind that a party has only once, where they differ. */
export function numbersContradict(a: readonly IdentityNumber[], b: readonly IdentityNumber[]): string | undefined {
  for (const kind of ONLY_ONE) {
    const mine = a.filter((number) => number.kind === kind);
    const theirs = b.filter((number) => number.kind === kind);
    if (mine.length === 0 || theirs.length === 0) continue;
    if (!mine.some(({ value }) => theirs.some((other) => other.value === value)))
      return `${kind} ${mine[0]?.value} against ${theirs[0]?.value}`;
  }
  return undefined;
}

const KINDS: readonly (readonly [property: string, kind: string])[] = [
  ['innCode', 'INN'],
  ['ogrnCode', 'OGRN'],
  ['leiCode', 'LEI'],
  ['uscCode', 'USCC'],
  ['imoNumber', 'IMO'],
  ['socialSecurityNumber', 'social security number'],
  ['passportNumber', 'passport'],
  ['idNumber', 'identity number'],
  ['taxNumber', 'tax number'],
  ['vatCode', 'VAT number'],
  ['registrationNumber', 'registration number'],
  ['licenseNumber', 'licence'],
  ['dunsCode', 'DUNS'],
  ['cageCode', 'CAGE'],
  ['uniqueEntityId', 'UEI'],
  ['npiCode', 'NPI'],
  ['permId', 'PermID'],
  ['mmsi', 'MMSI'],
  ['serialNumber', 'serial number'],
];

const CHECKED_KINDS: ReadonlySet<string> = new Set(['INN', 'OGRN', 'LEI', 'USCC', 'IMO']);

/** Kinds under which lists put numbers of any other kind. */
const GENERAL: ReadonlySet<string> = new Set(['identity number', 'tax number', 'registration number', 'licence']);

/** A party has one of these at a time, and keeps it. */
const ONLY_ONE = ['INN', 'LEI', 'IMO', 'social security number'] as const;

function kindsFit(a: string, b: string): boolean {
  return a === b || (GENERAL.has(a) && b !== 'IMO') || (GENERAL.has(b) && a !== 'IMO');
}

/** `008827, issued in Iran` → `008827`. At least five characters and four digits, not all of them one digit. */
function numberIn(text: string): string | undefined {
  const [bare = ''] = text.replace(/^[\p{L}\s./]*[:#№]\s*/u, '').split(/[,;(]|\bissued\b|\bexpir/iu);
  const value = normaliseIdentifier(bare);
  const digits = value.replaceAll(/\D/g, '');
  if (value.length < 5 || value.length > 24 || digits.length < 4 || /^(\d)\1*$/.test(digits) || SEQUENCE.has(digits)) return undefined;
  return value;
}

/** What people type to fill a field. */
const SEQUENCE: ReadonlySet<string> = new Set(['12345', '123456', '1234567', '12345678', '123456789', '1234567890']);
