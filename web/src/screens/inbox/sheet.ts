import type { Told } from '../../acts/triage.ts';
import { listenersOf } from '../../look/listeners.ts';
import type { Notice, Triage } from '../../api/routes.gen.ts';
import { Places } from './places.ts';
import { TriagedRows } from './triaged-rows.ts';

export const PAGE = 50;
const MOST_OF_PAGE = 500;

/** Asks the server for rows `offset` to `offset + limit`, and how many there are in all. */
export type LoadRows = (offset: number, limit: number) => Promise<{ readonly items: readonly Notice[]; readonly total: number }>;

/** What became other of the list on the server while it is shown here: so many more, or another order. Null: nothing. */
export interface News {
  readonly more: number;
}

/**
 * A list of any length, of which only what is looked at is here. Rows keep their places until `renew`: what comes in waits in `news`, what is known changes in
 * its place. An act takes rows out at once where the list no longer asks for them (`leaves`), and puts them back if it is refused or undone.
 */
export class Sheet {
  readonly #load: LoadRows;
  readonly #rows = new Map<string, Notice>();
  readonly #places = new Places();
  readonly #triaged: TriagedRows;
  readonly #loading = new Set<number>();
  readonly #changes = listenersOf();
  #total: number | null = null;
  #news: News | null = null;
  #error: unknown = null;
  #edits = 0;
  #pending = 0;
  #wanted: readonly [number, number] = [0, PAGE];
  #version = 0;

  constructor(load: LoadRows, leaves: (before: Triage, after: Triage) => boolean) {
    this.#load = load;
    this.#triaged = new TriagedRows(this.#rows, this.#places, leaves);
  }

  /** Null before the first answer. */
  get total(): number | null {
    return this.#total;
  }
  get news(): News | null {
    return this.#news;
  }
  /** Why rows could not be read; null once they could. */
  get error(): unknown {
    return this.#error;
  }
  /** Rises with each change of what is shown. */
  get version(): number {
    return this.#version;
  }

  readonly subscribe = this.#changes.subscribe;

  /** The notice in a place; undefined while it is not read, or where there is none. */
  at(place: number): Notice | undefined {
    const id = this.#places.at(place);
    return id === undefined ? undefined : this.#rows.get(id);
  }

  /** Where a notice stands; -1 where that is not known. */
  placeOf(id: string): number {
    return this.#rows.has(id) ? this.#places.placeOf(id) : -1;
  }

  row(id: string): Notice | undefined {
    return this.#rows.get(id);
  }

  /** All notices that are here, in no order. */
  known(): readonly Notice[] {
    return [...this.#rows.values()];
  }

  /** Reads what is missing of these places. While an act is under way the places of the server are not ours: they are read after it. */
  want(from: number, to: number): void {
    this.#wanted = [from, to];
    if (this.#total === null) this.#read(0);
    else if (this.#pending === 0)
      for (let block = Math.max(0, Math.floor(from / PAGE)); block * PAGE < Math.min(to, this.#total); block += 1)
        if (this.#places.hasHole(block * PAGE, (block + 1) * PAGE)) this.#read(block);
  }

  /** Reads anew what could not be read. */
  again(): void {
    this.want(...this.#wanted);
  }

  #read(block: number): void {
    if (this.#loading.has(block)) return;
    this.#loading.add(block);
    const edits = this.#edits;
    void this.#load(block * PAGE, PAGE)
      .then(({ items, total }) => {
        this.#loading.delete(block);
        this.#error = null;
        this.#keep(items);
        if (edits !== this.#edits) this.want(...this.#wanted);
        else this.#place(block * PAGE, items, total);
      })
      .catch((error: unknown) => {
        this.#loading.delete(block);
        this.#error = error;
      })
      .finally(() => this.#tell());
  }

  #keep(items: readonly Notice[]): void {
    for (const notice of items) this.#rows.set(notice.id, notice);
  }

  #place(from: number, items: readonly Notice[], total: number): void {
    if (this.#total === null) this.#places.clear((this.#total = total));
    else if (total !== this.#total) this.#news = { more: Math.max(0, total - this.#total) };
    this.#places.put(
      from,
      items.map(({ id }) => id),
    );
  }

  /** Ids in these places, read where they are not here. Throws what the server refuses. */
  async idsBetween(from: number, to: number): Promise<readonly string[]> {
    const end = Math.min(to, this.#total ?? 0);
    const ids: string[] = [];
    for (let at = Math.max(0, from); at < end;) {
      const known = this.#places.at(at);
      if (known !== undefined) {
        ids.push(known);
        at += 1;
        continue;
      }
      const limit = Math.min(MOST_OF_PAGE, end - at);
      const edits = this.#edits;
      const { items, total } = await this.#load(at, limit);
      this.#keep(items);
      if (edits === this.#edits) this.#place(at, items, total);
      ids.push(...items.map(({ id }) => id));
      at += items.length === 0 ? limit : items.length;
    }
    this.#tell();
    return [...new Set(ids)];
  }

  /** Compares with the server, without moving anything: rows that are known are renewed in their places. */
  async look(): Promise<void> {
    if (this.#pending > 0 || this.#total === null) return;
    const edits = this.#edits;
    const { items, total } = await this.#load(0, PAGE);
    if (edits !== this.#edits) return;
    if (this.#total === 0 && total > 0) return this.renew();
    const moved = items.some(({ id }, at) => (this.#places.at(at) ?? id) !== id);
    this.#news = total === this.#total && !moved ? null : { more: Math.max(0, total - this.#total) };
    for (const notice of items) if (this.#rows.has(notice.id)) this.#rows.set(notice.id, notice);
    this.#error = null;
    this.#tell();
  }

  /** Reads the list anew from its top. What is shown stays until it is there. */
  async renew(): Promise<void> {
    try {
      const { items, total } = await this.#load(0, PAGE);
      this.#edits += 1;
      this.#triaged.readAnew();
      [this.#total, this.#news, this.#error] = [null, null, null];
      this.#keep(items);
      this.#place(0, items, total);
      this.want(...this.#wanted);
    } catch (error) {
      this.#error = error;
    }
    this.#tell();
  }

  /** A notice has become other: it is shown so in its place. */
  update(notice: Notice): void {
    if (!this.#rows.has(notice.id)) return;
    this.#rows.set(notice.id, notice);
    this.#tell();
  }

  /** Follows an act; see `Told`. */
  hear(told: Told): void {
    switch (told.kind) {
      case 'began':
        this.#pending += 1;
        this.#edit(-this.#triaged.begin(told.no, told.ids, told.after));
        break;
      case 'refused':
        this.#settle(!this.#putBack(told.no));
        break;
      case 'takingBack':
        this.#pending += 1;
        this.#putBack(told.no);
        break;
      case 'ended':
      case 'tookBack':
        this.#triaged.patch(told.triages);
        this.#settle(this.#triaged.isUnplaced(told.no));
        break;
      case 'unclear':
        this.#settle(true);
    }
    this.#tell();
  }

  #putBack(no: number): boolean {
    const back = this.#triaged.putBack(no);
    this.#edit(back ?? 0);
    return back !== null;
  }

  #edit(more: number): void {
    if (more === 0) return;
    this.#edits += 1;
    if (this.#total !== null) this.#total += more;
  }

  #settle(anew: boolean): void {
    this.#pending = Math.max(0, this.#pending - 1);
    if (anew) void this.renew();
    else if (this.#pending === 0) this.want(...this.#wanted);
  }

  #tell(): void {
    this.#version += 1;
    this.#changes.tell();
  }
}
