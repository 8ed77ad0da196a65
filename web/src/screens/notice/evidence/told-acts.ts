import type { Triage, TriageAct } from '../../../api/routes.gen.ts';

/** Acts as they are told, the latest first: a reason given afterwards belongs to its act, and is none of its own. */
export function toldActs(acts: readonly TriageAct[]): readonly TriageAct[] {
  const told: TriageAct[] = [];
  for (const act of acts.toSorted((a, b) => b.no - a.no)) {
    const later = told.at(-1);
    if (later !== undefined && isReasonFor(later, act)) told[told.length - 1] = { ...act, why: later.why ?? act.why };
    else told.push(act);
  }
  return told;
}

function isReasonFor(later: TriageAct, act: TriageAct): boolean {
  return (
    later.do === act.do &&
    later.do !== 'undo' &&
    later.by === act.by &&
    later.before.state === later.after.state &&
    later.before.assignee === later.after.assignee &&
    later.after.state === act.after.state &&
    later.after.assignee === act.after.assignee
  );
}

/** Which act a notice owes its state to: the latest that made it so and was not taken back; undefined where nobody judged it. */
export function judgedBy(acts: readonly TriageAct[], state: Triage['state']): TriageAct | undefined {
  const undone = new Set(acts.map(({ undoes }) => undoes));
  return toldActs(acts.filter(({ no }) => !undone.has(no))).find(
    (act) => (act.do === 'dismiss' || act.do === 'escalate') && act.after.state === state,
  );
}
