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

  it('begin and end with their own letters, where words stand without spaces', () => {
    expect(found('于12月1日前将资料发送至邮箱trade@example.cn联系电话020-83331234')).toEqual(['trade@example.cn', '020-83331234']);
    expect(found('자료는메일trade@example.kr으로 제출, ส่งอีเมลtrade@example.th')).toEqual(['trade@example.kr', 'trade@example.th']);
    expect(found('邮箱：王伟@例子.中国, a@почта.рф, b@shop.müller.de')).toEqual(['王伟@例子.中国', 'a@почта.рф', 'b@shop.müller.de']);
  });

  it('are numbers grouped as only those of telephones, whatever stands before', () => {
    expect(found('Насос, 8 (383) 201-44-17; 8(4852)71-20-33, (383) 201-44-17')).toEqual([
      '8 (383) 201-44-17',
      '8(4852)71-20-33',
      '(383) 201-44-17',
    ]);
    expect(found('8 913 201 44 17 або (044) 201-44-17, 067 201 44 17')).toEqual(['8 913 201 44 17', '(044) 201-44-17', '067 201 44 17']);
    expect(found('139 2201 4417、0755-82014417、(020) 8201 4417')).toEqual(['139 2201 4417', '0755-82014417', '(020) 8201 4417']);
    expect(found('call (202) 555-0143')).toEqual(['(202) 555-0143']);
    expect(found('договор № 038-2201441, 合同编号：0755-82014417, 8 913 201 шт, NSN 5855-01-432-0524')).toEqual([]);
  });

  it('are full-width numbers, and addresses with a word for the sign', () => {
    expect(found('电话：０７５５－８２０１４４１７')).toEqual(['０７５５－８２０１４４１７']);
    expect(found('ｗａｎｇ＠example.org')).toEqual(['ｗａｎｇ＠example.org']);
    expect(found('olga.k (at) example.org, bids[at]example[dot]org, zakup(собака)example.ru')).toEqual([
      'olga.k (at) example.org',
      'bids[at]example[dot]org',
      'zakup(собака)example.ru',
    ]);
    expect(found('delivery (at) our store')).toEqual([]);
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
    for (const unit of ['1', '1 ', '(', 'a', 'a@', '+1-', '. ', '(at)', 'a(at)a', '（1', '8 (']) {
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
