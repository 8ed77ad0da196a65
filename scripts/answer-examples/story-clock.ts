import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/**
 * Preloaded by the process that plays the story and by all its threads (`--import`): `Date` tells the time of the story, which goes on as the wall does from
 * wherever it was last set. Timers and `performance.now()` are left alone.
 */
const NAME = 'dualwatch story clock';
const Wall = globalThis.Date;
const shared = getEnvironmentData(NAME);
/** Milliseconds between the wall's time and the story's; threads are handed the same memory. */
const ahead = new Float64Array(shared instanceof SharedArrayBuffer ? shared : new SharedArrayBuffer(8));
if (!(shared instanceof SharedArrayBuffer)) setEnvironmentData(NAME, ahead.buffer);

/** A chapter that takes longer would show another minute in another run. */
const LONGEST_MS = 55_000;
const MINUTE_MS = 60_000;
let begunAt = Number.NaN;
/** Milliseconds that the story is behind a chapter at the wall's time. */
let behind = 0;

/** Begins a chapter of the story at this moment, a whole minute as `2026-03-02T09:00Z`. */
export function beginAt(moment: string): void {
  endChapter();
  begunAt = Wall.parse(moment);
  ahead[0] = begunAt - Wall.now();
  behind = 0;
}

/** Begins a chapter at the wall's time, for programs that know no other; {@link inStory} writes its times as if it were this moment. */
export function beginNow(moment: string): void {
  endChapter();
  // Those programs tell whole seconds.
  begunAt = Math.floor(Wall.now() / 1000) * 1000;
  ahead[0] = 0;
  behind = begunAt - Wall.parse(moment);
}

/** An answer with its times as the story has them, whole minutes: what happens in one chapter happens at one time. */
export function inStory(json: string): string {
  return json.replace(/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z?)/g, (_, seconds: string, parts: string | undefined, zone: string) => {
    const told = Wall.parse(`${seconds}${parts ?? ''}Z`) - behind;
    const minute = new Wall(Math.floor(told / MINUTE_MS) * MINUTE_MS).toISOString();
    return `${minute.slice(0, seconds.length)}${parts === undefined ? '' : '.000'}${zone}`;
  });
}

/** Throws where the chapter took so long that its times are not those of another run. */
export function endChapter(): void {
  if (storyNow() - begunAt > LONGEST_MS)
    throw new Error('a chapter took more than 55 s, so that its times would not stay: run this on a machine that has less to do');
}

function storyNow(): number {
  return Wall.now() + (ahead[0] ?? 0);
}

/** As `Date`, which it stands in for. */
class StoryDate extends Wall {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [storyNow()] : given) as [number]));
  }
  static override now(): number {
    return storyNow();
  }
}

globalThis.Date = StoryDate as DateConstructor;
