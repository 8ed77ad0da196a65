import { useEffect, useState, type ReactNode } from 'react';
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
  const now = useNow(about);
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
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) || day.format(start) !== day.format(end))
    return say('between', { from: inFull(from, language), to: inFull(to, language) });
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return say('betweenOn', {
    day: day.format(start),
    from: new Intl.DateTimeFormat(language, clock).format(start),
    to: new Intl.DateTimeFormat(language, { ...clock, timeZoneName: 'short' }).format(end),
  });
}

/** `26 Nov 2026, 14:02:07 UTC`; a mere day stays a day. */
export function inFull(at: string, language: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  return (/^\d{4}-\d{2}-\d{2}$/.test(at) ? formats.day(language) : formats.moment(language)).format(when);
}

/** Made once for each language: a list shows hundreds of moments, and a format costs more than all it writes. */
const formats = {
  day: madeOnce((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })),
  moment: madeOnce(
    (language) =>
      new Intl.DateTimeFormat(language, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }),
  ),
  relative: madeOnce((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })),
} as const;

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
  const part = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  if (seconds < 60) return part(Math.max(0, seconds), 'second');
  if (seconds < 3600) return part(seconds / 60, 'minute');
  if (seconds < 86_400) return part(seconds / 3600, 'hour');
  return part(seconds / 86_400, 'day');
}

function useNow(ticks: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticks) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, [ticks]);
  return now;
}
