import { useSyncExternalStore, type ReactNode } from 'react';
import { listenersOf } from '../look/listeners.ts';
import { useLanguage, useWords, type Say } from '../words/use-words.ts';

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A moment of ISO 8601: relative in lists (`about`), in full elsewhere; the other on hover, always with its zone. */
export function Moment({ at, about = false }: { readonly at: string | null | undefined; readonly about?: boolean }): ReactNode {
  const language = useLanguage();
  const say = useWords('shell');
  const now = useSyncExternalStore(about ? followClock : followNothing, lastTick);
  if (at === null || at === undefined) return '–';
  const full = inFull(at, language);
  if (!about)
    return (
      <time dateTime={at} title={at}>
        {full}
      </time>
    );
  return (
    <time dateTime={at} title={full}>
      {relative(Date.parse(at) - now, language) ?? say('now')}
    </time>
  );
}

/** What is known only to lie between two moments. */
export function Between({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const language = useLanguage();
  const say = useWords('shell');
  return <span title={`${from} – ${to}`}>{interval(from, to, language, say)}</span>;
}

/** The day once where both are on it: `26 Nov 2026, between 13:46:27 and 13:46:30 UTC`. */
export function interval(from: string, to: string, language: string, say: Say<'shell'>): string {
  const [start, end] = [new Date(from), new Date(to)];
  const day = formats.localDay(language);
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) || day.format(start) !== day.format(end))
    return say('between', { from: inFull(from, language), to: inFull(to, language) });
  return say('betweenOn', {
    day: day.format(start),
    from: formats.clock(language).format(start),
    to: formats.clockInZone(language).format(end),
  });
}

/** `26 Nov 2026, 14:02:07 UTC`; a mere day stays a day. */
export function inFull(at: string, language: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  return (/^\d{4}-\d{2}-\d{2}$/.test(at) ? formats.day(language) : formats.moment(language)).format(when);
}

/** Made once for each language: a list shows hundreds of moments, and a format costs more than all it writes. */
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
const formats = {
  localDay: madeOnce((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' })),
  clock: madeOnce((language) => new Intl.DateTimeFormat(language, CLOCK)),
  clockInZone: madeOnce((language) => new Intl.DateTimeFormat(language, { ...CLOCK, timeZoneName: 'short' })),
  day: madeOnce((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })),
  moment: madeOnce(
    (language) =>
      new Intl.DateTimeFormat(language, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        ...CLOCK,
        timeZoneName: 'short',
      }),
  ),
  relative: madeOnce((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })),
  second: madeOnce(unitFormat('second')),
  minute: madeOnce(unitFormat('minute')),
  hour: madeOnce(unitFormat('hour')),
  days: madeOnce(unitFormat('day')),
} as const;

function unitFormat(unit: 'second' | 'minute' | 'hour' | 'day'): (language: string) => Intl.NumberFormat {
  return (language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 });
}

function madeOnce<Format>(make: (language: string) => Format): (language: string) => Format {
  const made = new Map<string, Format>();
  return (language) => {
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

/** `3 hours ago`, `in 5 minutes`; undefined within the minute. */
export function relative(ms: number, language: string): string | undefined {
  const seconds = Math.round(ms / 1000);
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? [];
  if (unit === undefined || size === undefined) return undefined;
  return formats.relative(language).format(Math.trunc(seconds / size), unit);
}

/** `2 h 5 min` of seconds; for lags and intervals. */
export function duration(seconds: number, language: string): string {
  if (seconds < 60) return formats.second(language).format(Math.max(0, seconds));
  if (seconds < 3600) return formats.minute(language).format(seconds / 60);
  if (seconds < 86_400) return formats.hour(language).format(seconds / 3600);
  return formats.days(language).format(seconds / 86_400);
}

const TICK_MS = 30_000;
const ticks = listenersOf();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all moments of the page: a list of hundreds is drawn anew at once, and not by a timer each. */
function followClock(listener: () => void): () => void {
  timer ??= setInterval(ticks.tell, TICK_MS);
  return ticks.subscribe(listener);
}

function followNothing(): () => void {
  return () => undefined;
}

function lastTick(): number {
  const now = Date.now();
  return now - (now % TICK_MS);
}
