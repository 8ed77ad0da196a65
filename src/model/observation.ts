/** What a visit showed of a notice. An error or a captcha is never a removal. */
export type ObservationState = 'present' | 'changed' | 'removed' | 'blocked' | 'unreachable';

export const OBSERVATION_STATES = [
  'present',
  'changed',
  'removed',
  'blocked',
  'unreachable',
] as const satisfies readonly ObservationState[];

/** Who or what made a notice vanish, as the removal page says: `expired` where the site says that the notice itself has ended, `status` for 404 and 410. */
export type RemovalKind = 'publisher' | 'platform' | 'account' | 'moved' | 'expired' | 'status';
