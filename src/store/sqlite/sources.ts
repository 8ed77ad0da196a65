import type Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';
import { newSourceId } from '../../model/ids.ts';
import type { SourceId } from '../../model/ids.ts';
import type { HostStatus, Source, SourceHealth, SourceMemory, SourceSettings } from '../../model/source.ts';
import { hostOf } from '../../model/host-of.ts';
import { lagSeconds, median } from '../lag.ts';
import type { Due, SourceVisit } from '../port.ts';
import type { SourceChange } from '../source-change-port.ts';
import type { HostSlots } from './host-slots.ts';
import type { ScheduleTable } from './schedule.ts';

export interface SourceRow {
  readonly id: SourceId;
  readonly host: string;
  readonly name: string;
  readonly settings: string;
  readonly created_at: string;
  readonly paused: number;
  readonly removed: number;
  readonly notices: number;
  readonly last_check_at: string | null;
  readonly last_success_at: string | null;
  readonly error_streak: number;
  readonly last_error: string | null;
}

const LAG_ITEMS = 50;

/** Watched sources. A removed one stays as a row: notices that it listed are followed on by its settings, without its credentials. */
export function sourceTable(db: Database.Database, schedule: ScheduleTable, slots: HostSlots) {
  const insert = db.prepare('INSERT INTO sources (id, url, host, name, settings, created_at) VALUES (?, ?, ?, ?, ?, ?)');
  const byId = db.prepare<[string], SourceRow>('SELECT * FROM sources WHERE id = ?');
  const byUrl = db.prepare<[string], SourceRow>('SELECT * FROM sources WHERE url = ? AND removed = 0');
  const byName = db.prepare<[string], SourceRow>('SELECT * FROM sources WHERE name = ? AND removed = 0 ORDER BY id LIMIT 20');
  const all = db.prepare<[], SourceRow>('SELECT * FROM sources WHERE removed = 0 ORDER BY id');
  const pause = db.prepare('UPDATE sources SET paused = ? WHERE id = ?');
  const changed = db.prepare('UPDATE sources SET name = ?, settings = ? WHERE id = ?');
  const remove = db.prepare('UPDATE sources SET removed = 1, settings = ? WHERE id = ?');
  const checked = db.prepare(
    'UPDATE sources SET last_check_at = ?, last_success_at = coalesce(?, last_success_at), error_streak = ?, last_error = ? WHERE id = ?',
  );
  const memory = db.prepare<[string], string>('SELECT memory FROM source_memory WHERE source = ?').pluck();
  const warnings = db
    .prepare<[string], string | null>("SELECT json_extract(memory, '$.warnings') FROM source_memory WHERE source = ?")
    .pluck();
  const putMemory = db.prepare(
    'INSERT INTO source_memory (source, memory) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET memory = excluded.memory',
  );
  const dropMemory = db.prepare('DELETE FROM source_memory WHERE source = ?');
  const latest = db.prepare<[string, number], { first_seen_at: string; published_at: string | null }>(
    'SELECT first_seen_at, published_at FROM listings WHERE source = ? ORDER BY first_seen_at DESC LIMIT ?',
  );

  const live = (id: string): SourceRow | undefined => {
    const row = byId.get(id);
    return row?.removed === 0 ? row : undefined;
  };
  const require = (id: string): SourceRow => {
    const row = live(id);
    if (row === undefined) throw new DualwatchError('not-found', `there is no source ${id}; "dualwatch source list" shows those there are`);
    return row;
  };
  const named = (name: string): SourceRow | undefined => {
    const all = byName.all(name);
    if (all.length > 1)
      throw new DualwatchError('usage', `several sources are called "${name}"; name one by its id: ${all.map(({ id }) => id).join(', ')}`);
    return all[0];
  };
  const find = (idUrlOrName: string): SourceRow | undefined => live(idUrlOrName) ?? byUrl.get(idUrlOrName) ?? named(idUrlOrName);

  return {
    add(settings: SourceSettings, nowIso: string, due: Due): Source {
      if (byUrl.get(settings.url) !== undefined)
        throw new DualwatchError('usage', `${settings.url} is already watched; "dualwatch source list" shows its settings`);
      const id = newSourceId(Date.parse(nowIso));
      const host = hostOf(settings.url);
      insert.run(id, settings.url, host, settings.name, JSON.stringify(settings), nowIso);
      schedule.setDue(id, host, due, Date.parse(nowIso));
      return { ...settings, id, createdAt: nowIso, paused: false };
    },
    find: (idUrlOrName: string): Source | undefined => {
      const row = find(idUrlOrName);
      return row && toSource(row);
    },
    /** A watched one. Throws `not-found`. */
    require,
    /** Also a removed one. */
    row: (id: string): SourceRow | undefined => byId.get(id),
    memoryOf: (id: string): SourceMemory => JSON.parse(memory.get(id) ?? '{}') as SourceMemory,
    list: (): readonly (Source & { readonly health: SourceHealth; readonly host: HostStatus })[] =>
      all.all().map((row) => ({ ...toSource(row), health: healthOf(row), host: slots.status(row.host) })),
    setPaused(id: SourceId, paused: boolean, nowMs: number): void {
      const row = require(id);
      if ((row.paused === 1) === paused) return;
      pause.run(paused ? 1 : 0, id);
      if (paused) schedule.remove(id);
      else schedule.setDue(id, row.host, { at: nowMs, class: 'check', rank: 0, intervalMs: toSource(row).everyMs }, nowMs);
    },
    change(id: SourceId, change: SourceChange, nowMs: number): void {
      const row = require(id);
      const settings = { ...(JSON.parse(row.settings) as SourceSettings), ...change };
      changed.run(settings.name, JSON.stringify(settings), id);
      const due = schedule.get(id);
      if (due === undefined || change.everyMs === undefined) return;
      const at = Math.min(due.due_at, nowMs + change.everyMs);
      schedule.setDue(id, row.host, { at, class: 'check', rank: due.rank, intervalMs: change.everyMs }, nowMs);
    },
    remove(id: SourceId): void {
      const row = require(id);
      const { proxy, ...settings } = JSON.parse(row.settings) as SourceSettings;
      remove.run(JSON.stringify({ ...settings, credentials: {}, ...(proxy && { proxy: { address: proxy.address } }) }), id);
      dropMemory.run(id);
      schedule.remove(id);
    },
    /** What the next check goes by, of a source that is watched. */
    remember(id: SourceId, remembered: SourceMemory): void {
      if (live(id) !== undefined) putMemory.run(id, JSON.stringify(remembered));
    },
    /** Health, memory and next check after a visit; one that was paused or removed meanwhile is not scheduled again. */
    recordCheck(visit: SourceVisit, atMs: number): void {
      const { source } = visit.claim;
      const row = live(source.id);
      if (row === undefined) return;
      const { at } = visit.check;
      if (visit.health.ok) checked.run(at, at, 0, null, source.id);
      else checked.run(at, null, row.error_streak + 1, visit.health.error, source.id);
      const text = JSON.stringify(visit.memory);
      if (text !== JSON.stringify(visit.claim.memory)) putMemory.run(source.id, text);
      if (row.paused === 0) schedule.setDue(source.id, row.host, visit.due, atMs);
    },
  };

  function warned(id: string): Pick<SourceHealth, 'warnings'> {
    const found = warnings.get(id);
    return found === undefined || found === null ? {} : { warnings: JSON.parse(found) as readonly string[] };
  }

  function healthOf(row: SourceRow): SourceHealth {
    const next = schedule.get(row.id)?.due_at;
    const lags = latest.all(row.id, LAG_ITEMS).map((item) => lagSeconds(item.first_seen_at, item.published_at));
    return {
      lastCheckAt: row.last_check_at,
      lastSuccessAt: row.last_success_at,
      nextCheckAt: next === undefined ? null : new Date(next).toISOString(),
      errorStreak: row.error_streak,
      lastError: row.last_error,
      ...warned(row.id),
      lagSeconds: median(lags.filter((lag) => lag !== null)),
      notices: row.notices,
    };
  }
}

export type SourceTable = ReturnType<typeof sourceTable>;

export function toSource(row: SourceRow): Source {
  return { ...(JSON.parse(row.settings) as SourceSettings), id: row.id, createdAt: row.created_at, paused: row.paused === 1 };
}
