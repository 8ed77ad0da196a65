import { indicatorsSeen } from '../assess/indicators/find-indicators.ts';
import type { AssessReading } from '../capture/derive.ts';
import { destinationsOf } from '../recognise/parties/destinations.ts';
import { controlsThatMayApply, openAnalyser } from './analyser.ts';

/** A notice without a date is set against the lists as they stand last: what is kept of it must not hang on the day of reading. */
const LAST_DAY = '9999-12-31';

/** Weighs readings by the rules of the catalogue; what only time or screening shows (removed, copies, listed parties) is left to whoever knows it. */
export const assessReading: AssessReading = ({ text, publishedAt, fields }, scan) => {
  const context = { fields, publishedAt, state: null, versions: null, copies: null, listed: null };
  const analysis = openAnalyser().analyse(text, scan, context, LAST_DAY);
  return {
    destination: destinationsOf(analysis.parties),
    indicators: indicatorsSeen(analysis.findings),
    controls: controlsThatMayApply(analysis),
  };
};
