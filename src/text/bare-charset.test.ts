import { expect, test } from 'vitest';
import { bareCharset } from './bare-charset.ts';

/** Text in an encoding of the WHATWG, by its decoder played backwards, since Node has no encoders. */
function encode(text: string, encoding: string): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>();
  const note = (...bytes: readonly number[]): void => {
    const char = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    if (!char.includes('\uFFFD') && [...char].length === 1 && !bytesOf.has(char)) bytesOf.set(char, bytes);
  };
  for (let lead = 0; lead < 0x100; lead += 1) note(lead);
  if (MULTIBYTE.has(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note(lead, trail);
  return Uint8Array.from([...text].flatMap((char) => bytesOf.get(char) ?? [0x3f]));
}

const MULTIBYTE: ReadonlySet<string> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

test.each([
  ['gb18030', '贵州航天电器股份有限公司,CN\n王秀兰,CN\n'],
  ['big5', '精密電子工業股份有限公司,TW\n陳美玲,TW\n'],
  ['shift_jis', '東洋精機株式会社,JP\nサクラ電子,JP\n'],
  ['euc-jp', '東洋精機株式会社,JP\nサクラ電子,JP\n'],
  ['euc-kr', '동방전자 주식회사,KR\n박영수,KR\n'],
  ['windows-1251', 'ООО «Ромашка»,RU\nПетренко Олег,UA\n'],
  ['koi8-r', 'ООО Ромашка,RU\nЗавод приборов,RU\n'],
  ['ibm866', 'ООО Ромашка,RU\nЗавод приборов,RU\n'],
  ['windows-1252', 'Société Générale de Pêche,FR\nMüller Maschinenbau,DE\n'],
  ['windows-1250', 'Żelazna Góra,PL\nJiří Dvořák,CZ\n'],
  ['windows-1253', 'Ναυτιλιακή Εταιρεία,GR\nΓιώργος Νικολάου,GR\n'],
  ['windows-1254', 'Işık İnşaat Ticaret,TR\nAyşe Güneş,TR\n'],
  ['windows-1255', 'בנק הפועלים,IL\nיוסי לוי,IL\n'],
  ['windows-1256', 'شركة النقل البحري,LB\nحسن خليل,LB\n'],
  ['windows-874', 'บริษัท การค้า จำกัด,TH\nสมชาย ใจดี,TH\n'],
])('a table of names in %s is told by its names', (encoding, rows) => {
  for (const text of [`name,country\n${rows}`, `${'Beta LLC,RU\n'.repeat(3000)}${rows}`])
    expect(bareCharset(encode(text, encoding))).toBe(encoding);
});

test('plain ASCII says nothing of its encoding', () => {
  expect(bareCharset(new TextEncoder().encode('name\nBeta LLC\n'))).toBeUndefined();
});
