/** A publisher's clock or time zone may be ahead by so much; what is dated later has a date that says nothing of when it was published. Seconds. */
const AHEAD = 86_400;

/** Whole seconds from publication to first sight, never negative; null where the publisher gives no time of day, or one of the future. */
export function lagSeconds(firstSeenAt: string, publishedAt: string | null): number | null {
  if (publishedAt === null || !publishedAt.includes('T')) return null;
  const lag = (Date.parse(firstSeenAt) - Date.parse(publishedAt)) / 1000;
  return Number.isFinite(lag) && lag > -AHEAD ? Math.max(0, Math.round(lag)) : null;
}

/** The middle one, or the lower of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
