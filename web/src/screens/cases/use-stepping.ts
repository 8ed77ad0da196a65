import { useRef, type RefObject } from 'react';

/** Moves the focus along the links of a list: the first of each row. */
export function useStepping(): { readonly list: RefObject<HTMLUListElement | null>; readonly step: (by: 1 | -1) => void } {
  const list = useRef<HTMLUListElement>(null);
  const step = (by: 1 | -1): void => {
    const links = [...(list.current?.children ?? [])].flatMap((row) => row.querySelector<HTMLElement>('a') ?? []);
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement) === true);
    const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: 'nearest' });
  };
  return { list, step };
}
