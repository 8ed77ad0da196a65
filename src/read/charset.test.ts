import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCharset } from './charset.ts';

/** Single-byte and double-byte encoders made from Node's decoders, since it has none. */
function encoderOf(encoding: string): (text: string) => Buffer {
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0x80; byte < 0x100; byte++) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  if (encoding === 'gb18030') {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++)
        if (trail !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return (text) =>
    Buffer.from([...text].flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? [0x3f]))));
}

const ENCODERS = {
  gb18030: encoderOf('gb18030'),
  'windows-1251': encoderOf('windows-1251'),
  'koi8-r': encoderOf('koi8-r'),
  'windows-1252': encoderOf('windows-1252'),
} as const;

const CHINESE = [
  '采购公告',
  '求购无人机反制设备',
  '频谱监测系统公开招标',
  '某某大学仪器采购项目',
  '联通',
  '现有境外客户求购无人机侦测设备、干扰设备一批，请有意企业与我会联系。',
];
const RUSSIAN = [
  'Извещение о',
  'закупка обор',
  'приём заявок',
  'РЭБ подавитель',
  'Поставка антенн и станций',
  'Открытый конкурс на поставку комплексов обнаружения беспилотных летательных аппаратов.',
];

describe('detectCharset', () => {
  const page = (text: string, meta = ''): string => `<html><head>${meta}<title>${text}</title></head><body><p>${text}</p></body></html>`;
  const CASES = [
    ...CHINESE.map((text) => ['gb18030', text] as const),
    ...RUSSIAN.flatMap((text) => [['windows-1251', text] as const, ['koi8-r', text] as const]),
    ['windows-1252', 'café résumé naïve'] as const,
  ];

  it.each(CASES)('finds %s in %s without a declaration and under a wrong one', (encoding, text) => {
    const encode = ENCODERS[encoding];
    expect(detectCharset(encode(page(text)))).toBe(encoding);
    expect(detectCharset(encode(page(text, '<meta charset="utf-8">')))).toBe(encoding);
    expect(detectCharset(encode(page(text)), 'text/html; charset=UTF-8')).toBe(encoding);
    expect(detectCharset(encode(page(text)), 'text/html; charset=ISO-8859-1')).toBe(encoding);
  });

  it('finds UTF-8 whatever a page says, also with a flaw in it', () => {
    const text = Buffer.from(page('无人机反制设备采购公告', '<meta charset="gb2312">'));
    expect(detectCharset(text)).toBe('utf-8');
    expect(detectCharset(text, 'text/html; charset=windows-1251')).toBe('utf-8');
    const flawed = Buffer.concat([text, Buffer.from([0xe6, 0x97]), Buffer.from('<p>尾</p>')]);
    expect(detectCharset(flawed)).toBe('utf-8');
    expect(detectCharset(Buffer.from('plain ASCII'), null)).toBe('utf-8');
  });

  it('believes declarations that the bytes bear out', () => {
    expect(detectCharset(ENCODERS.gb18030(page('招标公告')), 'text/html; charset=gb2312')).toBe('gbk');
    const big5 = Buffer.concat([
      Buffer.from('<meta charset="big5"><p>'),
      Buffer.from([0xb1, 0xc4, 0xc1, 0xca, 0xa4, 0xbd, 0xa7, 0x69]),
      Buffer.from('</p>'),
    ]);
    expect(detectCharset(big5)).toBe('big5');
    const shiftJis = Buffer.concat([Buffer.from('<p>'), Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]), Buffer.from('</p>')]);
    expect(detectCharset(shiftJis, 'text/html; charset="Shift_JIS"')).toBe('shift_jis');
  });

  it('reads byte order marks and UTF-16 without one', () => {
    expect(detectCharset(Buffer.from('\ufeffx', 'utf8'), 'text/html; charset=gbk')).toBe('utf-8');
    expect(detectCharset(Buffer.from('\ufeff<p>x', 'utf16le'))).toBe('utf-16le');
    expect(detectCharset(Buffer.from('<html><body>текст</body></html>', 'utf16le'))).toBe('utf-16le');
  });

  it('names an encoding that can be decoded for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), (bytes, contentType) => {
        expect(() => new TextDecoder(detectCharset(bytes, contentType)).decode(bytes)).not.toThrow();
      }),
    );
  });

  it('tells sentences of common words apart whatever their order', () => {
    const sentence = (words: readonly string[], joiner: string): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 }).map((parts) => parts.join(joiner));
    const chinese = sentence(['采购', '设备', '无人机', '公告', '供应商', '频谱', '监测', '单位', '招标'], '');
    const russian = sentence(['закупка', 'оборудование', 'антенна', 'поставка', 'заявка', 'договор', 'прибор', 'станция'], ' ');
    fc.assert(fc.property(chinese, (text) => detectCharset(ENCODERS.gb18030(text)) === 'gb18030'));
    fc.assert(fc.property(russian, (text) => detectCharset(ENCODERS['windows-1251'](text)) === 'windows-1251'));
    fc.assert(fc.property(russian, (text) => detectCharset(ENCODERS['koi8-r'](text)) === 'koi8-r'));
  });
});
