import type { Notice, Triage } from '../../api/routes.gen.ts';
import type { Places } from './places.ts';

interface Act {
  readonly before: ReadonlyMap<string, Triage>;
  /** What left the list, and where it stood. */
  readonly left: readonly (readonly [place: number, id: string])[];
  /** Of which reading of the list the places are. */
  readonly reading: number;
  /** Something was about rows that are not here, or left from a place that was not known. */
  readonly unplaced: boolean;
}

const LOST: Act = { before: new Map(), left: [], reading: -1, unplaced: true };

/** What acts make of the rows of a list, and the way back. */
export class TriagedRows {
  readonly #rows: Map<string, Notice>;
  readonly #places: Places;
  readonly #leaves: (before: Triage, after: Triage) => boolean;
  readonly #acts = new Map<number, Act>();
  #reading = 0;

  constructor(rows: Map<string, Notice>, places: Places, leaves: (before: Triage, after: Triage) => boolean) {
    [this.#rows, this.#places, this.#leaves] = [rows, places, leaves];
  }

  /** Shows an act; how many rows left the list. */
  begin(no: number, ids: ReadonlySet<string>, after: (before: Triage) => Triage): number {
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
    const left = this.#places.takeOut(leaving);
    this.#acts.set(no, { before, left, reading: this.#reading, unplaced: before.size < ids.size || left.length < leaving.size });
    return left.length;
  }

  /** Undoes what an act showed; how many rows came back. Null where they have no place to come back to: the list must be read anew. */
  putBack(no: number): number | null {
    const act = this.#acts.get(no) ?? LOST;
    this.patch(act.before);
    if (act.unplaced || (act.left.length > 0 && act.reading !== this.#reading)) {
      this.#acts.set(no, LOST);
      return null;
    }
    this.#places.putBack(act.left);
    this.#acts.set(no, { ...act, left: [] });
    return act.left.length;
  }

  /** Whether the list must be read anew once the server has done an act. */
  isUnplaced(no: number): boolean {
    return this.#acts.get(no)?.unplaced === true;
  }

  /** What the server says that they are. */
  patch(triages: ReadonlyMap<string, Triage>): void {
    for (const [id, triage] of triages) {
      const row = this.#rows.get(id);
      if (row !== undefined) this.#rows.set(id, { ...row, triage });
    }
  }

  /** The list was read anew: places from before mean nothing. */
  readAnew(): void {
    this.#reading += 1;
  }
}
