import type { Told } from '../../acts/triage.ts';
import type { Notice, Triage } from '../../api/routes.gen.ts';

export const PAGE = 50;
const MOST_OF_PAGE = 500;

/** Asks the server for rows `offset` to `offset + limit`, and how many there are in all. */
export type LoadRows = (offset: number, limit: number) => Promise<{ readonly items: readonly Notice[]; readonly total: number }>;

/** What became other of the list on the server while it is shown here: so many more, or another order. Null: nothing. */
export interface News {
  readonly more: number;
}

interface Act {
  readonly before: ReadonlyMap<string, Triage>;
  /** What left the list, and where it stood, in that order. */
  readonly left: readonly (readonly [place: number, id: string])[];
  /** Of which reading of the list the places are. */
  readonly reading: number;
  /** Something left of which the place was not known. */
  readonly unplaced: boolean;
}

/**
 * A list of any length, of which only what is looked at is here. Rows keep their places until `renew`: what comes in waits in `news`, what is known changes in
 * its place. An act takes rows out at once where the list no longer asks for them (`leaves`), and puts them back if it is refused or undone.
 */
export class Sheet {
  readonly #load: LoadRows;
  readonly #leaves: (before: Triage, after: Triage) => boolean;
  readonly #rows = new Map<string, Notice>();
  readonly #acts = new Map<number, Act>();
  readonly #loading = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #order: (string | undefined)[] = [];
  #total: number | null = null;
  #news: News | null = null;
  #error: unknown = null;
  #reading = 0;
  #edits = 0;
  #pending = 0;
  #wanted: readonly [number, number] = [0, PAGE];
  #version = 0;

  constructor(load: LoadRows, leaves: (before: Triage, after: Triage) => boolean) {
    [this.#load, this.#leaves] = [load, leaves];
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

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The notice in a place; undefined while it is not read, or where there is none. */
  at(place: number): Notice | undefined {
    const id = this.#order[place];
    return id === undefined ? undefined : this.#rows.get(id);
  }

  /** Where a notice stands; -1 where that is not known. */
  placeOf(id: string): number {
    return this.#rows.has(id) ? this.#order.indexOf(id) : -1;
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
        if (this.#hasHole(block)) this.#read(block);
  }

  #hasHole(block: number): boolean {
    const end = Math.min((block + 1) * PAGE, this.#total ?? 0);
    for (let place = block * PAGE; place < end; place += 1) if (this.#order[place] === undefined) return true;
    return false;
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
    if (this.#total === null) [this.#total, this.#order.length] = [total, total];
    else if (total !== this.#total) this.#news = { more: Math.max(0, total - this.#total) };
    items.forEach(({ id }, at) => {
      if (from + at < this.#order.length) this.#order[from + at] = id;
    });
  }

  /** Ids in these places, read where they are not here. Throws what the server refuses. */
  async idsBetween(from: number, to: number): Promise<readonly string[]> {
    const end = Math.min(to, this.#total ?? 0);
    const ids: string[] = [];
    for (let at = Math.max(0, from); at < end;) {
      const known = this.#order[at];
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
    const moved = items.some(({ id }, at) => this.#order[at] !== undefined && this.#order[at] !== id);
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
      this.#reading += 1;
      [this.#order, this.#total, this.#news, this.#error] = [[], null, null, null];
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
        this.#begin(told.no, told.ids, told.after);
        break;
      case 'ended':
        this.#patch(told.triages);
        this.#settle(this.#acts.get(told.no)?.unplaced === true);
        break;
      case 'refused':
        this.#settle(!this.#putBack(told.no));
        break;
      case 'takingBack':
        this.#pending += 1;
        if (!this.#putBack(told.no)) this.#acts.set(told.no, { before: new Map(), left: [], reading: -1, unplaced: true });
        break;
      case 'tookBack':
        this.#patch(told.triages);
        this.#settle(this.#acts.get(told.no)?.unplaced === true);
        break;
      case 'unclear':
        this.#settle(true);
    }
    this.#tell();
  }

  #begin(no: number, ids: ReadonlySet<string>, after: (before: Triage) => Triage): void {
    this.#pending += 1;
    const before = new Map<string, Triage>();
    const leaving = new Set<string>();
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row === undefined) continue;
      before.set(id, row.triage);
      const now = after(row.triage);
      if (this.#leaves(row.triage, now)) leaving.add(id);
      this.#rows.set(id, { ...row, triage: now });
    }
    const left: [number, string][] = [];
    if (leaving.size > 0) this.#order = this.#order.length === 0 ? [] : this.#without(leaving, left);
    this.#acts.set(no, { before, left, reading: this.#reading, unplaced: before.size < ids.size || left.length < leaving.size });
    this.#edit(-left.length);
  }

  #without(leaving: ReadonlySet<string>, left: [number, string][]): (string | undefined)[] {
    const order: (string | undefined)[] = [];
    let place = 0;
    for (let at = 0; at < this.#order.length; at += 1) {
      const id = this.#order[at];
      if (id !== undefined && leaving.has(id)) left.push([at, id]);
      else order[place++] = id;
    }
    order.length = place;
    return order;
  }

  /** Puts rows back where they stood; false where the list was read anew since, or where places were never known. */
  #putBack(no: number): boolean {
    const act = this.#acts.get(no);
    if (act === undefined) return false;
    this.#patch(act.before);
    if (act.unplaced) return false;
    if (act.left.length === 0) return true;
    if (act.reading !== this.#reading) return false;
    for (const [place, id] of act.left) this.#order.splice(Math.min(place, this.#order.length), 0, id);
    this.#acts.set(no, { ...act, left: [] });
    this.#edit(act.left.length);
    return true;
  }

  #edit(more: number): void {
    if (more === 0) return;
    this.#edits += 1;
    if (this.#total !== null) this.#total += more;
  }

  #patch(triages: ReadonlyMap<string, Triage>): void {
    for (const [id, triage] of triages) {
      const row = this.#rows.get(id);
      if (row !== undefined) this.#rows.set(id, { ...row, triage });
    }
  }

  #settle(anew: boolean): void {
    this.#pending = Math.max(0, this.#pending - 1);
    if (anew) void this.renew();
    else if (this.#pending === 0) this.want(...this.#wanted);
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
