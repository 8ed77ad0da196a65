import type { NoticeId } from '../../model/ids.ts';
import { factsOfNotice, NOTICE_FIELDS } from '../../model/notice-query.ts';
import { predicateHolds, type Predicate } from '../../model/predicate.ts';
import type { SearchSort } from '../../model/saved-search.ts';
import type { NewsStore, NumberedNotice } from '../../store/news-port.ts';
import type { NoticePlace } from '../../store/port.ts';
import { neededWords } from '../query-notices.ts';
import { bitsFor, bitsOf, countBits, eachBit, grown, hasBit, inAll, inAny, setBit, without, type Bits } from './bits.ts';
import { ownColumn, sharedColumn, type Column, type Values } from './column.ts';
import { compareAge, Order, type Standing } from './order.ts';

type Test = Extract<Predicate, { is: 'test' }>;

/** What a test or words hold for, with how far it has followed the news. */
interface Kept {
  bits: Bits;
  upTo: number;
}

/** Fields in which every notice has its own text, seldom asked for: their columns are read when first needed. */
const LATE: ReadonlySet<string> = new Set(['title', 'url', 'reason']);
const PAGE = 500;
/** Answers to tests and words that are kept. */
const MOST_KEPT = 200;
/** Changed numbers that are remembered for them; whoever is further behind is found anew. */
const MOST_CHANGES = 20_000;

/**
 * All notices of a home by column, for one thread that reads: what can be asked of a notice without reading it. Gives what `noticesWhere` gives, in the
 * same order, without going through 100,000 rows: answers to single tests are kept as sets, follow the news, and are joined. One question at a time: see `open-columns.ts`.
 */
export class NoticeColumns {
  readonly #news: NewsStore;
  readonly #columns = new Map<string, Column>();
  readonly #kept = new Map<string, Kept>();
  /** Numbers as they changed, and how many were forgotten before the first. */
  #changes: number[] = [];
  #before = 0;
  /** The same of those whose words changed. */
  readonly #reworded = new Map<number, number>();
  readonly #ids = new Map<number, NoticeId>();
  readonly #numbers = new Map<string, number>();
  #there = bitsFor(1024);
  readonly #order = new Order();
  /** Made when first asked for. */
  #byAge: Order | undefined;
  #seq = 0;
  /** Called with the numbers of notices that may have changed; `undefined`: all. */
  onChange: (nums: readonly number[] | undefined) => void = () => undefined;

  private constructor(news: NewsStore) {
    this.#news = news;
  }

  /** Reads all notices; lets others work between its pages. */
  static async load(news: NewsStore): Promise<NoticeColumns> {
    const columns = new NoticeColumns(news);
    await columns.#readAll();
    return columns;
  }

  async #readAll(): Promise<void> {
    this.#columns.clear();
    this.#kept.clear();
    [this.#changes, this.#before] = [[], 0];
    this.#reworded.clear();
    this.#ids.clear();
    this.#numbers.clear();
    this.#there = bitsFor(1024);
    for (const { name, type } of NOTICE_FIELDS)
      if (!LATE.has(name)) this.#columns.set(name, type === 'date' && name !== 'published' ? ownColumn() : sharedColumn());
    this.#seq = await this.#news.latest();
    const standing: Standing[] = [];
    await this.#pages((page) => {
      for (const one of page) standing.push(this.#put(one));
    });
    this.#order.reset(standing);
    this.#byAge = undefined;
    this.onChange(undefined);
  }

  async #pages(each: (page: readonly NumberedNotice[]) => void): Promise<void> {
    for (let after = 0; ;) {
      const page = await this.#news.numbered(after, PAGE);
      each(page);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.num;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Takes in what changed since. */
  async level(): Promise<void> {
    const since = await this.#news.since(this.#seq);
    if (since === undefined) return this.#readAll();
    this.#seq = since.seq;
    if (since.nums.length === 0) return;
    for (const num of since.nums) {
      const id = this.#ids.get(num);
      if (id === undefined) continue;
      this.#ids.delete(num);
      this.#numbers.delete(id);
      setBit(this.#there, num, false);
    }
    const now = new Map(since.notices.map((one) => this.#put(one)).map((one) => [one.num, one]));
    this.#order.change(since.nums, now);
    this.#byAge?.change(since.nums, now);
    this.#changes.push(...since.nums);
    for (const num of since.texts) {
      this.#reworded.delete(num);
      this.#reworded.set(num, this.#before + this.#changes.length);
    }
    if (this.#changes.length > 2 * MOST_CHANGES) {
      this.#before += this.#changes.length - MOST_CHANGES;
      this.#changes = this.#changes.slice(-MOST_CHANGES);
      for (const [num, at] of this.#reworded) if (at < this.#before) this.#reworded.delete(num);
    }
    this.onChange(since.nums);
  }

  #put({ num, notice }: NumberedNotice): Standing {
    this.#there = grown(this.#there, Math.max(num + 1, num >= this.#there.length * 32 ? num * 2 : 0));
    setBit(this.#there, num, true);
    this.#ids.set(num, notice.id);
    this.#numbers.set(notice.id, num);
    const { valuesOf } = factsOfNotice(notice, () => false);
    for (const [field, column] of this.#columns) column.put(num, valuesOf(field));
    return { priority: Math.round(notice.priority), firstSeenAt: notice.firstSeenAt, num };
  }

  /** Numbers of the notices that a predicate holds for. */
  async where(predicate: Predicate | null): Promise<Bits> {
    if (predicate === null) return this.#there;
    const needed = neededWords(predicate);
    const held = await this.#holding(predicate, needed);
    return inAll([this.#there, held, ...(needed.length === 0 ? [] : [await this.withWords(needed.join(' '))])]);
  }

  async #holding(predicate: Predicate, needed: readonly string[]): Promise<Bits> {
    switch (predicate.is) {
      case 'words':
        return needed.includes(predicate.text) ? this.#there : this.withWords(predicate.text);
      case 'test':
        return this.#tested(predicate);
      case 'not':
        return without(this.#there, await this.#holding(predicate.of, needed));
      default: {
        const sets: Bits[] = [];
        for (const one of predicate.of) sets.push(await this.#holding(one, needed));
        return predicate.is === 'all' ? inAll([this.#there, ...sets]) : inAny([bitsFor(this.#size()), ...sets]);
      }
    }
  }

  /** Those in whose title or text every word occurs, and perhaps some that are gone. */
  async withWords(words: string): Promise<Bits> {
    const now = this.#before + this.#changes.length;
    const kept = this.#recall(`words ${words}`);
    const anew = kept === undefined || kept.upTo < this.#before;
    const reworded = anew ? [] : [...this.#reworded].flatMap(([num, at]) => (at > kept.upTo ? [num] : []));
    if (kept !== undefined && !anew && reworded.length === 0) {
      kept.bits = grown(kept.bits, this.#size());
      kept.upTo = now;
      return kept.bits;
    }
    const from = anew ? 0 : Math.min(...reworded);
    const found = await this.#news.withWords(words, from);
    const bits = anew ? bitsFor(this.#size()) : grown(kept.bits, this.#size());
    for (let num = from; !anew && num < this.#size(); num += 1) setBit(bits, num, false);
    const fresh = bitsOf(found, this.#size());
    return this.#keep(`words ${words}`, anew ? fresh : inAny([bits, fresh]), now);
  }

  async #tested({ field, op, values }: Test): Promise<Bits> {
    const key = JSON.stringify([field, op, values]);
    const column = this.#columns.get(field) ?? (await this.#readColumn(field));
    const kept = this.#recall(key);
    const now = this.#before + this.#changes.length;
    if (kept?.upTo === now) return kept.bits;
    const test: Test = { is: 'test', field, op, values };
    const holds = (given: Values): boolean => predicateHolds(test, { hasWords: () => false, valuesOf: () => given });
    if (kept === undefined || kept.upTo < this.#before) {
      const bits = bitsFor(this.#size());
      column.matching(this.#ids.keys(), holds, (num) => setBit(bits, num, true));
      return this.#keep(key, bits, now);
    }
    const bits = grown(kept.bits, this.#size());
    const changed = new Set(this.#changes.slice(kept.upTo - this.#before));
    for (const num of changed) setBit(bits, num, false);
    column.matching(changed, holds, (num) => setBit(bits, num, true));
    return this.#keep(key, bits, now);
  }

  async #readColumn(field: string): Promise<Column> {
    const column = ownColumn();
    this.#columns.set(field, column);
    await this.#pages((page) => {
      for (const { num, notice } of page) column.put(num, factsOfNotice(notice, () => false).valuesOf(field));
    });
    return column;
  }

  #recall(key: string): Kept | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  #keep(key: string, bits: Bits, upTo: number): Bits {
    this.#kept.set(key, { bits, upTo });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return bits;
  }

  #size(): number {
    return this.#there.length * 32;
  }

  /** Numbers of `among` in the order of lists or newest first, `limit` of them: behind a notice, or behind the first so many of `among`. */
  page(among: Bits, after: NoticePlace | number | undefined, limit: number, sort: SearchSort = 'priority'): readonly number[] {
    const order = sort === 'priority' ? this.#order : this.#orderByAge();
    let skip = typeof after === 'number' ? after : 0;
    let at = 0;
    if (typeof after === 'object') {
      const { priority, firstSeenAt, id } = after;
      at = order.placeAfter({ priority, firstSeenAt, num: this.#numbers.get(id) ?? 0 });
    } else if (skip > 0 && countBits(among) === order.length) [at, skip] = [skip, 0];
    return order.page(among, at, skip, limit);
  }

  #orderByAge(): Order {
    if (this.#byAge === undefined) (this.#byAge = new Order(compareAge)).reset([...this.#order.standing()]);
    return this.#byAge;
  }

  /** The last of `among` that became known, newest first. */
  newest(among: Bits, limit: number): readonly number[] {
    const found: number[] = [];
    for (let num = among.length * 32 - 1; num > 0 && found.length < limit; num -= 1) if (hasBit(among, num)) found.push(num);
    return found;
  }

  count(among: Bits): number {
    return countBits(among);
  }

  /** How many of `among` have each value of a field, as `valueOf` shows it. */
  async facet(field: string, among: Bits, valueOf: (value: string | number) => string | undefined): Promise<ReadonlyMap<string, number>> {
    const column = this.#columns.get(field) ?? (await this.#readColumn(field));
    return column.count((call) => eachBit(among, call), valueOf);
  }
}
