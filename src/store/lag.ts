/** Whole seconds from publication to first sight; null where the publisher gives no time of day. */
export function lagSeconds(firstSeenAt: string, publishedAt: string | null): number | null {
  if (publishedAt === null || !publishedAt.includes('T')) return null;
  const lag = (Date.parse(firstSeenAt) - Date.parse(publishedAt)) / 1000;
  return Number.isFinite(lag) ? Math.round(lag) : null;
}

/** The middle one, or the lower of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
