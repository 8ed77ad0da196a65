import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { charsetOfList, decodeList } from './decode-list.ts';

const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

test('a list is decoded as its bytes say', () => {
  const text = 'id,name\n1,Завод имени Петрова\n2,ОАО МОТОР\n';
  expect(decodeList(cp1251(text))).toBe(text);
  expect(decodeList(Buffer.from(`\uFEFF${text}`, 'utf8'))).toBe(text);
  expect(decodeList(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
  expect(decodeList(Buffer.from('id,name\n1,plain\n', 'utf16le'))).toBe('id,name\n1,plain\n');
  // 北京电子有限公司, 上海机械厂 in GB 18030
  const gb = Buffer.from('b1b1bea9b5e7d7d3d3d0cfdeb9abcbbe2ccfcfbaa3bbfad0b5b3a7', 'hex');
  expect(charsetOfList(gb)).toBe('gb18030');
  expect(charsetOfList(Buffer.from('name\nSoci\xe9t\xe9 G\xe9n\xe9rale d\xb4Ancre\n', 'latin1'))).toBe('windows-1252');
});

test('a list in Big5, KOI8-R or EUC-KR is read as its names say', () => {
  // 台灣電子公司, 香港貿易公司; ООО Восток, Завод; 조선은행, 김영수
  expect(
    decodeList(Buffer.from('69642c6e616d650a312c' + 'a578c657b971a46ca4bda571' + '0a322c' + 'adbbb4e4b654a9f6a4bda571' + '0a', 'hex')),
  ).toContain('2,香港貿易公司');
  expect(decodeList(Buffer.from('69642c6e616d650a312c' + 'efefef20f7cfd3d4cfcb' + '0a322c' + 'fac1d7cfc4' + '0a', 'hex'))).toContain(
    '1,ООО Восток',
  );
  expect(decodeList(Buffer.from('69642c6e616d650a312c' + 'c1b6bcb1c0bac7e0' + '0a322c' + 'b1e8bfb5bcf6' + '0a', 'hex'))).toContain(
    '2,김영수',
  );
});

test('UTF-8 that is cut inside of a letter stays UTF-8', () => {
  const whole = Buffer.from('id,name\n1,Завод имени Петрова', 'utf8');
  expect(charsetOfList(whole.subarray(0, whole.length - 1))).toBe('utf-8');
});

test.each([
  [
    `name;amount\nSoci\xe9t\xe9 G\xe9n\xe9rale;1\xa0000\xa0000\xa0000\nM\xfcller;1\xa0000\xa0000\n${'Beta;1\xa0000\xa0000\n'.repeat(4)}`,
    'windows-1252',
  ],
  [`[${'{"name":"Orvanik Trade"},'.repeat(900)}{"name":"\xce\xce\xce \xd0\xee\xec\xe0\xf8\xea\xe0 \xc1\xe5\xf2\xe0"}]`, 'windows-1251'],
  ['name\n\xd5\xc5\xe6\xba\n', 'gb18030'],
])('blanks that do not break, long lines and a name or two are read as what they are, %#', (text, charset) => {
  expect(charsetOfList(Buffer.from(text, 'latin1'))).toBe(charset);
});
