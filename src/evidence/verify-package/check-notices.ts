import { z } from 'zod';
import { isDigest } from '../../model/digest.ts';
import type { Digest } from '../../model/digest.ts';
import { isNoticeId, timeOfId } from '../../model/ids.ts';
import { OBSERVATION_STATES } from '../../model/observation.ts';
import { contradictionOf } from '../../observe/check-follow.ts';
import { MEMBERS } from '../package/layout.ts';
import type { Findings } from './findings.ts';
import type { LoggedFacts, LoggedObservation } from './logged-facts.ts';
import { readDocuments } from './own-documents.ts';
import type { OwnPackage } from './package-info.ts';
import type { PackageMembers } from './package-members.ts';

/** Notices that became one, one after another. */
const MAX_MERGES = 1000;
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** What of a line of `notices --json` the log can bear out. */
const NOTICE = z.object({
  id: z.string().refine(isNoticeId),
  url: z.string(),
  firstSeenAt: z.string(),
  lastSeenPresentAt: z.string().nullable(),
  state: z.enum(OBSERVATION_STATES),
  versions: z.int().nonnegative(),
  removal: z
    .object({
      kind: z.enum(['publisher', 'platform', 'account', 'moved', 'expired', 'status']),
      firstSeenGoneAt: z.string(),
      confirmedAt: z.string().nullable(),
      evidence: z.array(z.string().refine((text): text is Digest => isDigest(text))),
    })
    .optional(),
});

type ShownNotice = z.infer<typeof NOTICE>;

/** Each notice of the package has its line, and each line says of its notice what the observations bear out: states, times, versions, removal. */
export async function checkNotices(members: PackageMembers, facts: LoggedFacts, info: OwnPackage, findings: Findings): Promise<void> {
  let at = 0;
  const where = (): string => (at === 0 ? MEMBERS.notices : `${MEMBERS.notices}, line ${at}`);
  try {
    for await (const { number, json } of readDocuments(members, MEMBERS.notices, MAX_LINE_BYTES)) {
      at = number;
      const parsed = NOTICE.safeParse(json);
      const named = info.notices[number - 1];
      if (!parsed.success)
        findings.fail(
          'notices',
          where(),
          `it is no notice: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`,
        );
      else if (named?.id !== parsed.data.id || named.url !== parsed.data.url)
        findings.fail('notices', where(), `it is not the notice that ${MEMBERS.package} names in this place`);
      else {
        const why = contradictionIn(parsed.data, named.merged, facts);
        if (why !== undefined) findings.fail('notices', where(), `what it says of notice ${named.id} is not what the entries hold: ${why}`);
      }
    }
    const lines = at;
    at = 0;
    if (lines !== info.notices.length)
      findings.fail('notices', where(), `it has ${lines} lines, the package is about ${info.notices.length} notices`);
  } catch (error) {
    findings.fail('notices', MEMBERS.notices, error instanceof Error ? error.message : String(error));
  }
  checkSubjects(facts, info, findings);
  if (!findings.failed('notices'))
    findings.note(
      'notices',
      'pass',
      'state, times, versions and removal; not proven: what the program made of the readings (titles, publishers, dates, goods, priority)',
    );
}

function contradictionIn(notice: ShownNotice, merged: readonly string[], facts: LoggedFacts): string | undefined {
  const ids = [notice.id, ...merged];
  const made = Math.min(...ids.filter(isNoticeId).map(timeOfId));
  if (Date.parse(notice.firstSeenAt) !== made) return `it was first seen at ${new Date(made).toISOString()}, as its id says`;
  const observations = facts.observationsOf(ids);
  const { state, lastSeenPresentAt, versions, removal } = notice;
  const confirmations = facts.confirmations.get(removal?.confirmedAt ?? '') ?? [];
  const confirmedByPerson = confirmations.some((detail) => ids.some((id) => detail.includes(id)));
  return contradictionOf({
    follow: { state, lastSeenPresentAt, versions, removal: removal ?? null },
    observations,
    merged: merged.length > 0,
    confirmedByPerson,
  });
}

/** Merges that the log tells, and no observation of somebody else's notice. */
function checkSubjects(facts: LoggedFacts, info: OwnPackage, findings: Findings): void {
  const ids = new Set<string>(info.notices.flatMap(({ id, merged }) => [id, ...merged]));
  const stray = facts.observations.find(({ notice }: LoggedObservation) => !ids.has(notice));
  if (stray !== undefined)
    findings.fail(
      'notices',
      `${MEMBERS.entries}, entry ${stray.index}`,
      `the observation is of notice ${stray.notice.slice(0, 40)}, which the package is not about`,
    );
  for (const { id, merged } of info.notices) {
    for (const other of merged) {
      if (!leadsTo(other, id, facts))
        findings.fail('notices', MEMBERS.package, `no entry says that notice ${other.slice(0, 40)} became ${id.slice(0, 40)}`);
    }
  }
}

function leadsTo(from: string, to: string, { merged }: LoggedFacts): boolean {
  let at: string | undefined = from;
  for (let steps = 0; at !== undefined && at !== to && steps <= MAX_MERGES; steps += 1) at = merged.get(at);
  return at === to;
}
