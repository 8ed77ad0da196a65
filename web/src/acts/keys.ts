import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { listenersOf } from '../look/listeners.ts';
import { keyOf } from './key-of.ts';

/** A key that does something as long as whoever registered it is on the page. `key` as KeyboardEvent has it, or two after one another: `g i`. */
export interface KeyAct {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  /** Left out of the list of keys and of the palette. */
  readonly silent?: boolean;
  /** Goes on while the key is held; what changes something happens once. */
  readonly repeats?: boolean;
}

interface Group {
  readonly place: 'here' | 'everywhere';
  /** Rises from each component to those within it, and to those that came later. */
  readonly born: number;
  readonly acts: () => readonly KeyAct[];
}

let groups: readonly Group[] = [];
/** Within so long a second key belongs to the first. */
const BOTH_MS = 1200;
/** So long a key that does something alone waits for a second one with which it would do something else. */
const ALONE_MS = 400;
let first: { readonly key: string; readonly at: number; readonly alone?: { readonly run: () => void; readonly timer: number } } | undefined;
const changes = listenersOf();
let births = 0;

function register(group: Group): () => void {
  groups = [...groups, group].toSorted((one, other) => one.born - other.born);
  if (groups.length === 1) document.addEventListener('keydown', heard);
  changes.tell();
  return () => {
    groups = groups.filter((one) => one !== group);
    if (groups.length === 0) document.removeEventListener('keydown', heard);
    changes.tell();
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) && !isTick(target)
  );
}

function isTick(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');
}

function heard(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  // A dialog or a menu has the keys to itself.
  if (document.querySelector('dialog[open],[role="dialog"],[role="menu"]') !== null) return;
  // Enter and space on a button, a link or what unfolds are theirs.
  if (
    (event.key === 'Enter' || event.key === ' ') &&
    event.target instanceof HTMLElement &&
    event.target.closest('button,a,summary,[role="tab"]') !== null
  )
    return;
  const pressed = keyOf(event);
  const acts = [...actsOf('here'), ...actsOf('everywhere')];
  // A key that is held down is no second key.
  const before = event.repeat ? undefined : takeFirst();
  const both = before !== undefined && event.timeStamp - before.at < BOTH_MS ? `${before.key} ${pressed}` : undefined;
  const together = acts.find(({ key }) => key === both);
  if (together === undefined) before?.alone?.run();
  const act = together ?? acts.find(({ key }) => key === pressed);
  if (act !== undefined) event.preventDefault();
  if (event.repeat && act?.repeats !== true) return;
  if (together === undefined && acts.some(({ key }) => key.startsWith(`${pressed} `)))
    first = { key: pressed, at: event.timeStamp, ...(act === undefined ? {} : { alone: { run: act.run, timer: runLater(act) } }) };
  else act?.run();
}

function takeFirst(): typeof first {
  const before = first;
  first = undefined;
  clearTimeout(before?.alone?.timer);
  return before;
}

function runLater({ run }: KeyAct): number {
  return window.setTimeout(() => {
    first = undefined;
    run();
  }, ALONE_MS);
}

/** The latest first: what stands within something else has the key before it, then whoever came last. */
function actsOf(place: Group['place']): readonly KeyAct[] {
  return groups
    .filter((group) => group.place === place)
    .flatMap((group) => group.acts())
    .toReversed();
}

/** Registers keys for as long as the component is shown. Those of a screen win over those that are everywhere, those of what stands within something over its own, and later ones over earlier ones of the same key. */
export function useKeys(place: Group['place'], acts: readonly KeyAct[]): void {
  // Read while others render, as an effect event must not be.
  const current = useRef(acts);
  useLayoutEffect(() => {
    current.current = acts;
  });
  const [born] = useState(() => ++births);
  // With what is seen, and not some moments after it: whoever sees a screen may press its keys, and those of the screen before are gone.
  useLayoutEffect(() => register({ place, born, acts: () => current.current }), [place, born]);
}

/** All keys that do something now, by where; for the list of keys and the palette. */
export function keysNow(place: Group['place']): readonly KeyAct[] {
  const acts = groups.filter((group) => group.place === place).flatMap((group) => group.acts());
  return acts.filter(({ silent }) => silent !== true);
}

export function useKeysNow(place: Group['place']): readonly KeyAct[] {
  useSyncExternalStore(changes.subscribe, () => groups);
  return keysNow(place);
}
