import { isPaced } from '../model/host-of.ts';
import type { HostAfter } from './port.ts';

/** What the store keeps of a host between two visits. Times in milliseconds since 1970. */
export interface HostSlot {
  readonly nextStartAt: number;
  /** Pace that robots.txt or a source asked for at the latest answered visit; 0 for none. */
  readonly askedPaceMs: number;
  /** Pace that the latest start was given. */
  readonly lastPaceMs: number;
  readonly heldUntil: number;
  readonly heldReason: string | null;
  /** Blocked answers in a row. */
  readonly blockedRow: number;
}

export const FREE_SLOT: HostSlot = { nextStartAt: 0, askedPaceMs: 0, lastPaceMs: 0, heldUntil: 0, heldReason: null, blockedRow: 0 };

const BLOCKED_ROW_THAT_HOLDS = 3;
const FIRST_HOLD_MS = 30 * 60_000;
const LONGEST_HOLD_MS = 24 * 3_600_000;

/** The pace of a host: the slowest that anybody asks for; none for files. */
export function paceOf(host: string, ...asked: readonly (number | null)[]): number {
  return isPaced(host) ? Math.max(0, ...asked.map((pace) => pace ?? 0)) : 0;
}

/** When the next start may be: one pace after this one, ± 30 % so that visits do not beat like a clock. `random` in [0,1). */
export function nextStart(startMs: number, paceMs: number, random: number): number {
  return Math.round(startMs + paceMs * (0.7 + 0.6 * random));
}

/**
 * What a visit means for its host. Further requests push the next start on, one pace each. The third blocked answer in a row holds the
 * host for 30 minutes, each further one twice as long, up to 24 hours; a fine answer ends row and hold.
 */
export function slotAfter(host: string, slot: HostSlot, after: HostAfter, atMs: number): HostSlot {
  const askedPaceMs = after.answer === 'silent' ? Math.max(slot.askedPaceMs, after.paceMs ?? 0) : (after.paceMs ?? 0);
  const pace = paceOf(host, slot.lastPaceMs, askedPaceMs);
  const nextStartAt = Math.round(Math.max(slot.nextStartAt, atMs + paceOf(host, askedPaceMs)) + after.extraStarts * pace);
  const blockedRow = after.answer === 'blocked' ? slot.blockedRow + 1 : after.answer === 'fine' ? 0 : slot.blockedRow;
  const hold = heldAfter(slot, after, blockedRow, atMs);
  return { ...slot, ...hold, askedPaceMs, nextStartAt, blockedRow };
}

function heldAfter(slot: HostSlot, after: HostAfter, blockedRow: number, atMs: number): Pick<HostSlot, 'heldUntil' | 'heldReason'> {
  const held = after.answer === 'fine' ? { heldUntil: 0, heldReason: null } : { heldUntil: slot.heldUntil, heldReason: slot.heldReason };
  const asked = { heldUntil: Math.round(after.holdUntil ?? 0), heldReason: after.holdReason };
  const row = after.answer === 'blocked' && blockedRow >= BLOCKED_ROW_THAT_HOLDS ? rowHold(blockedRow, atMs) : held;
  return [held, row, asked].reduce((longest, each) => (each.heldUntil > longest.heldUntil ? each : longest));
}

function rowHold(blockedRow: number, atMs: number): Pick<HostSlot, 'heldUntil' | 'heldReason'> {
  const ms = Math.min(LONGEST_HOLD_MS, FIRST_HOLD_MS * 2 ** Math.min(blockedRow - BLOCKED_ROW_THAT_HOLDS, 10));
  return { heldUntil: atMs + ms, heldReason: `${blockedRow} blocked answers in a row` };
}
