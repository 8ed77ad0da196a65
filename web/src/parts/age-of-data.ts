/** After so long a control list has often been amended; days. */
const OLD_DAYS = 548;
const YEAR_DAYS = 365.25;

/** Whole years since the text of a list (ISO day), at least one; null while it is not old, or where no day is told. */
export function yearsOld(asOf: string | undefined, nowMs: number): number | null {
  const days = (nowMs - Date.parse(asOf ?? '')) / 86_400_000;
  return days > OLD_DAYS ? Math.max(1, Math.floor(days / YEAR_DAYS)) : null;
}

/** The day of the text that a finding rests on, as its source names it ("… (text of 2022-12-31)"). */
export function dayOfText(source: string): string | undefined {
  return /\(text of (\d{4}-\d{2}-\d{2})\)$/.exec(source)?.[1];
}
