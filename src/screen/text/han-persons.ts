import { hanSurname, surnameBeginnings } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { WORD_BEHIND, wordEnds } from './han-name.ts';
import { isOffice } from './offices.ts';
import type { TextWords } from './text-words.ts';

/** Asks for a span of a text as for a Chinese name; true where it is a listed one. */
export type AskPerson = (start: number, end: number) => boolean;

/** A run of Han without anything in between: where it stands among the Han of the text, and in the text. */
export interface HanRun {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Tells where a Han text says by itself that a Chinese person is named: beside a word of courtesy (罗定文先生), behind a title or office, whatever follows (董事长罗定文在会上), before one
 * in apposition (罗定文，教授), and in a list of persons (评审专家：罗定文、赵一航). Linear in the text.
 */
export class HanPersons {
  readonly #words: TextWords;
  readonly #knowledge: NameKnowledge;
  /** Bits of {@link SIGN} for each character. */
  readonly #signs = new Uint8Array(65_536);
  /** The run read last, and whether it is one of a list of persons, or the head of one. */
  #before: (HanRun & { readonly listed: boolean }) | undefined;

  constructor(words: TextWords, knowledge: NameKnowledge) {
    this.#words = words;
    this.#knowledge = knowledge;
    const offices = [...knowledge.han].flatMap(([word, { units }]) => (units.some(isOffice) ? [word] : []));
    const mark = (chars: Iterable<string>, sign: number): void => {
      for (const char of chars) this.#signs[char.charCodeAt(0)]! |= sign;
    };
    mark(
      [...knowledge.titles, ...offices].map((title) => title.at(-1) ?? ' '),
      SIGN.titleEnd,
    );
    mark(surnameBeginnings(), SIGN.surname);
    mark('生士姐志', SIGN.courtesyEnd);
  }

  /** Another text begins. */
  begin(): void {
    this.#before = undefined;
  }

  /** Asks for the persons whom a run may name; the runs of a text in their order. */
  find(text: string, run: HanRun, ask: AskPerson): void {
    const { first, last, start, end } = run;
    const { hanUnit } = this.#words;
    const listed = this.#isInList(text, run);
    this.#before = { ...run, listed };
    const length = end - start;
    if (length > 1 && length <= LONGEST_NAME && this.#is(hanUnit[first]!, SIGN.surname) && (listed || this.#isApposed(text, end)))
      ask(start, end);
    let polite = false;
    for (let at = first; at <= last; at += 1) {
      if (this.#is(hanUnit[at]!, SIGN.courtesyEnd)) polite = true;
      if (this.#is(hanUnit[at]!, SIGN.surname) && this.#isBehindTitleEnd(at)) this.#titled(text, run, start + at - first, ask);
    }
    if (polite) this.#polite(text, run, ask);
  }

  #is(unit: number, sign: number): boolean {
    return (this.#signs[unit]! & sign) !== 0;
  }

  /** A first look: does the Han before a place, over what parts it, end as titles do? */
  #isBehindTitleEnd(at: number): boolean {
    const { hanUnit } = this.#words;
    const before = at > 1 && hanUnit[at - 1] === 0 ? at - 2 : at - 1;
    return before >= 0 && this.#is(hanUnit[before]!, SIGN.titleEnd);
  }

  /** 由 | 罗定文 | 先生. */
  #polite(text: string, { start, end }: HanRun, ask: AskPerson): void {
    for (const { index } of text.slice(start, end).matchAll(COURTESY))
      for (let length = LONGEST_NAME; length > 1; length -= 1) {
        const from = start + index - length;
        if (from >= start && ask(from, start + index)) break;
      }
  }

  /** A name from `from` behind a title, up to the end of its run or with more behind it: 法定代表人 | 罗定文 | 应列席. */
  #titled(text: string, { start, end }: HanRun, from: number, ask: AskPerson): void {
    const before =
      from > start
        ? text.slice(Math.max(start, from - LONGEST_TITLE), from)
        : text.slice(Math.max(0, from - AROUND), from).replace(MARKS, '');
    if (!this.#endsInTitle(before)) return;
    let ends: ReadonlySet<number> | undefined;
    for (let length = Math.min(LONGEST_NAME, end - from); length > 1; length -= 1) {
      const to = from + length;
      if (to < end && !ENDS_NAME.test(text.charAt(to)) && length - (hanSurname(text.slice(from, to))?.length ?? length) < LONG_GIVEN)
        continue;
      // 张开双 | 臂.
      if (to < end && !(ends ??= wordEnds(text.slice(from, Math.min(end, from + LONGEST_NAME + WORD_BEHIND)))).has(length)) continue;
      if (ask(from, to)) return;
    }
  }

  /** Does a title in apposition follow: 罗定文，教授？ */
  #isApposed(text: string, end: number): boolean {
    const title = APPOSED.exec(text.slice(end, end + AROUND + 2))?.[1];
    return title !== undefined && this.#endsInTitle(title);
  }

  /** Is it one of a list of persons, or what stands in brackets behind one: 罗定文（组长）、赵一航? */
  #isInList(text: string, { start }: HanRun): boolean {
    const before = this.#before;
    if (before === undefined || start - before.end > MOST_PARTING) return false;
    const between = text.slice(before.end, start);
    const run = text.slice(Math.max(before.start, before.end - AROUND), before.end);
    if (HEADED.test(between)) return LIST_HEAD.test(run) || this.#endsInTitle(run);
    return before.listed && before.end - before.start <= LONGEST_NAME && (PARTS_LIST.test(between) || BRACKET.test(between));
  }

  /** Does what stands before a name end in a title or an office? */
  #endsInTitle(before: string): boolean {
    const { titles, han } = this.#knowledge;
    for (let length = Math.min(LONGEST_TITLE, before.length); length > 1; length -= 1) {
      const word = before.slice(-length);
      if (titles.has(word) || han.get(word)?.units.some(isOffice) === true) return true;
    }
    return false;
  }
}

/** What a character may be: the last of a title, of a word of courtesy, the first of a surname. */
const SIGN = { titleEnd: 1, courtesyEnd: 2, surname: 4 } as const;
const LONGEST_NAME = 4;
const LONGEST_TITLE = 7;
/** Characters of a given name behind which anything may follow: one alone may have another that belongs to it. */
const LONG_GIVEN = 2;
const COURTESY = /先生|女士|小姐|同志/g;
const MARKS = /[\s：:（(]+$/;
const AROUND = 12;
/** Small words that no given name ends in. */
const ENDS_NAME = /[在应将表等与和向及为任因于是说的对带率代由从]/;
/** A run of Han behind a comma or in brackets, and its end. */
const APPOSED = /^\s?[，,（(]\s?([\u3400-\u9fff]{2,12})(?![\u3400-\u9fff])/;
/** What parts the head of a list from it, and its members; so many signs at most. */
const HEADED = /^\s?[：:]\s*$/;
const PARTS_LIST = /^\s?[）)]?[、，,；;]?\s*$/;
const BRACKET = /^\s?[（(]$/;
const MOST_PARTING = 3;
const LIST_HEAD = /(?:名单|成员|人员|委员|姓名|组长|组员|作者|完成人|发明人|参加人)$/;
