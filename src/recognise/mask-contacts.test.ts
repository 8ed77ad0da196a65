import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactMentions, findContacts, maskContacts } from './mask-contacts.ts';

const found = (text: string) => findContacts(text).map(({ start, end }) => text.slice(start, end));

describe('contacts', () => {
  it('are mail addresses, numbers with a plus, mobiles, and numbers behind a word for telephone', () => {
    expect(found('联系电话：020-8765 4321，邮箱 zhang.san@example.com.cn')).toEqual(['020-8765 4321', 'zhang.san@example.com.cn']);
    expect(found('тел:84951234567, факс 8(495)765-43-21')).toEqual(['84951234567', '8(495)765-43-21']);
    expect(found('手机13812345678')).toEqual(['13812345678']);
    expect(found('тел.: +7 (495) 123-45-67, почта иванов@пример.рф')).toEqual(['+7 (495) 123-45-67', 'иванов@пример.рф']);
    expect(found('Phone: 555 123 4567')).toEqual(['555 123 4567']);
  });

  it('are not amounts, dates, codes and numbers of tenders', () => {
    expect(found('预算 1200000 元，项目编号 2025-06-271234，HS 8543709960')).toEqual([]);
    expect(found('Извещение № 0373100012325000012 от 27.06.2025')).toEqual([]);
  });

  it('are masked with lengths kept, in text, mentions and fields alike', () => {
    const text = '求购无人机 电话 020-87654321 王';
    const masked = maskContacts(text, contactMentions(text, 'zh'), { 项目联系电话: '020-87654321', 采购单位: '某局' });
    expect(masked.text).toBe('求购无人机 电话 •••-•••••••• 王');
    expect(masked.mentions.map((mention) => mention.text)).toEqual(['•••-••••••••']);
    expect(masked.fields).toEqual({ 项目联系电话: '•••-••••••••', 采购单位: '某局' });
  });

  it('keep every offset, whatever the text', () => {
    const words = fc.constantFrom(
      'тел',
      '电话',
      'phone',
      ' ',
      '：',
      '+7',
      '495',
      '1234567',
      '-',
      'a@b.ru',
      '\ud800',
      '𠀀',
      '13812345678',
      '(',
      ')',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const masked = maskContacts(text, contactMentions(text, 'ru'), {});
        expect(masked.text).toHaveLength(text.length);
        for (const mention of masked.mentions) expect(masked.text.slice(mention.start, mention.end)).toBe(mention.text);
      }),
    );
  });

  it('take linear time on hostile text', () => {
    for (const unit of ['1', '1 ', '(', 'a', 'a@', '+1-', '. ']) {
      const cost = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const { user } = process.cpuUsage();
        findContacts(text);
        return process.cpuUsage().user - user;
      };
      cost(50_000);
      expect(cost(400_000), unit).toBeLessThan(2_000_000);
    }
  });
});
