import { useSyncExternalStore } from 'react';
import { listenersOf } from '../look/listeners.ts';

/** Something that was done, as a short word at the foot of the page; `undo` takes it back. */
export interface Done {
  readonly no: number;
  readonly text: string;
  readonly tone: 'done' | 'refused';
  readonly undo?: (() => Promise<void>) | undefined;
  /** Keeps why it was done, said afterwards. */
  readonly explain?: ((why: string) => Promise<void>) | undefined;
}

const SHOWN_MS = 15_000;
const BEHIND_MS = 2000;
const MOST_SHOWN = 3;
const KEPT = 50;
let no = 0;
let shown: readonly Done[] = [];
let undoable: readonly Done[] = [];
let explainable: Done | undefined;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
const changes = listenersOf();

function change(next: readonly Done[]): void {
  shown = next;
  changes.tell();
}

/** Says what was done; with `undo` it can be taken back by the button or by the key `u`, the latest first. Its number is for `unsay`. */
export function sayDone(text: string, undo?: () => Promise<void>, explain?: (why: string) => Promise<void>): number {
  add({ no: ++no, text, tone: 'done', undo, explain });
  return no;
}

/** It was not done after all: it is said no longer, and nothing is left to take back. */
export function unsay(wanted: number): void {
  undoable = undoable.filter((one) => one.no !== wanted);
  if (explainable?.no === wanted) explainable = undefined;
  dismiss(wanted);
}

/** Says that the server refused, and that what was shown was put back. */
export function sayRefused(text: string): void {
  add({ no: ++no, text, tone: 'refused' });
}

/** Says more of what was done, in its place; it can be taken back as before. Nothing where it was taken back meanwhile. */
export function sayMore(wanted: number, text: string): void {
  const before = undoable.find((one) => one.no === wanted);
  if (before === undefined) return;
  const done = { ...before, text, explain: undefined };
  undoable = undoable.map((one) => (one === before ? done : one));
  show(done);
}

function add(done: Done): void {
  if (done.undo !== undefined) undoable = [...undoable, done].slice(-KEPT);
  if (done.explain !== undefined) explainable = done;
  show(done);
}

/** Of what was done the latest is said, of what was refused all: somebody believes it done. */
function show(done: Done): void {
  const others = done.tone === 'done' ? shown.filter(({ tone }) => tone === 'refused') : shown;
  change([...others, done].slice(-MOST_SHOWN));
  leaveSoon(done.no);
}

/** It goes after a while, unless somebody points at it. */
export function leaveSoon(wanted: number, ms = SHOWN_MS): void {
  stay(wanted);
  timers.set(
    wanted,
    setTimeout(() => dismiss(wanted), ms),
  );
}

/** Something else is looked at now, of which what was done must not seem to be said. */
export function leaveBehind(): void {
  for (const { no: one, tone } of shown) if (tone === 'done') leaveSoon(one, BEHIND_MS);
}

export function stay(wanted: number): void {
  clearTimeout(timers.get(wanted));
  timers.delete(wanted);
}

/** The latest that was done of which it can be said why. */
export function latestExplainable(): Done | undefined {
  return explainable;
}

export function dismiss(wanted: number): void {
  stay(wanted);
  change(shown.filter((one) => one.no !== wanted));
}

/** Takes back the latest that was done, and says what it was; undefined where there is nothing. */
export async function undoLatest(): Promise<string | undefined> {
  const done = undoable.at(-1);
  if (done?.undo === undefined) return undefined;
  undoable = undoable.filter((one) => one !== done);
  if (explainable?.no === done.no) explainable = undefined;
  dismiss(done.no);
  await done.undo();
  return done.text;
}

export function useShownDone(): readonly Done[] {
  return useSyncExternalStore(changes.subscribe, () => shown);
}
