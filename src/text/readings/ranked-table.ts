/** Finds the readings of a character. */
export type ReadingsOf = (char: string) => readonly string[];

/**
 * A lookup in a table of lines 'reading characters|characters|…': after each bar, the characters whose second, third …
 * reading it is. Read at the first question: most runs read no Han name. Unknown characters have no readings.
 */
export function rankedTable(table: string): ReadingsOf {
  let built: ReadonlyMap<number, readonly string[]> | undefined;
  return (char) => {
    const point = char.codePointAt(0) ?? 0;
    if (char.length !== (point > LAST_OF_PLANE ? 2 : 1)) return NONE;
    built ??= readTable(table);
    return built.get(point) ?? NONE;
  };
}

const NONE: readonly string[] = [];
const LAST_OF_PLANE = 0xffff;
const BAR = '|'.codePointAt(0);

function readTable(table: string): ReadonlyMap<number, readonly string[]> {
  const readings = new Map<number, readonly string[]>();
  const later: (readonly [rank: number, point: number, reading: string])[] = [];
  for (const line of table.trim().split('\n')) {
    const blank = line.indexOf(' ');
    const reading = line.slice(0, blank);
    // most characters have one reading; they share one list
    const alone: readonly string[] = [reading];
    let rank = 0;
    for (let at = blank + 1; at < line.length; at += 1) {
      const point = line.codePointAt(at) ?? 0;
      if (point > LAST_OF_PLANE) at += 1;
      if (point === BAR) rank += 1;
      else if (rank === 0) readings.set(point, alone);
      else later.push([rank, point, reading]);
    }
  }
  later.sort(([a], [b]) => a - b);
  for (const [, point, reading] of later) readings.set(point, [...(readings.get(point) ?? NONE), reading]);
  return readings;
}
