/** Whoever wants to be told of something that lives outside of components; `subscribe` is what `useSyncExternalStore` takes. */
export interface Listeners<Told extends readonly unknown[]> {
  readonly subscribe: (listener: (...told: Told) => void) => () => void;
  readonly tell: (...told: Told) => void;
}

export function listenersOf<Told extends readonly unknown[] = []>(): Listeners<Told> {
  const all = new Set<(...told: Told) => void>();
  return {
    subscribe(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(...told) {
      for (const listener of all) listener(...told);
    },
  };
}
