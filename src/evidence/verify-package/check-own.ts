import { sha256 } from '../../model/digest.ts';
import { MEMBERS } from '../package/layout.ts';
import { checkCaptures } from './check-captures.ts';
import { checkKept, openHeads } from './check-heads.ts';
import { checkEntries, openPackageLog } from './check-log.ts';
import type { PackageLog } from './check-log.ts';
import { checkCustody } from './check-custody.ts';
import { checkNotices } from './check-notices.ts';
import { checkPages } from './check-pages.ts';
import type { ListedPage } from './check-pages.ts';
import { checkPageCaptures, checkReadings } from './check-readings.ts';
import { checkOwnTimes } from './check-times.ts';
import { checkStamps } from './check-timestamps.ts';
import type { Stamp } from './check-timestamps.ts';
import type { Findings } from './findings.ts';
import { LoggedFacts } from './logged-facts.ts';
import type { Manifest } from './manifest.ts';
import { readPackageInfo } from './package-info.ts';
import type { PackageMembers } from './package-members.ts';
import type { Reread } from './reread.ts';
import type { RecordBook } from './record-book.ts';
import { isLogKey } from './trust.ts';
import type { Trust } from './trust.ts';
import type { ByWhom } from './verdict.ts';

interface Asked {
  readonly trust: Trust;
  /** Fingerprint of the key whose signature holds. */
  readonly signer: string | undefined;
  readonly keyTrusted: boolean;
  readonly reread: Reread | undefined;
}

/** What packages of ours have beyond WACZ: log, heads, time-stamps, and members that must say what the log says. */
export async function checkOwn(
  members: PackageMembers,
  manifest: Manifest | undefined,
  book: RecordBook,
  { trust, signer, keyTrusted, reread }: Asked,
  findings: Findings,
): Promise<{ readonly log: ByWhom['log']; readonly stamps: readonly Stamp[] }> {
  const pages: ListedPage[] = [];
  await checkPages(members, book, true, findings, (page) => pages.push(page));
  const info = await readPackageInfo(members, manifest, findings);
  if (info === undefined) return { log: null, stamps: [] };
  if (signer !== undefined && info.signer !== signer)
    findings.fail('signature', MEMBERS.package, `it names another signing key (${info.signer})`);
  const log = await openPackageLog(members, info, findings);
  if (log === undefined) return { log: null, stamps: [] };
  const facts = new LoggedFacts();
  await checkEntries(members, log, info, findings, (record) => facts.add(record));
  const heads = await openHeads(members, log, findings);
  const kept = checkKept(trust, log, heads, findings);
  const trusted = judgeLogKey(log, trust, keyTrusted, kept, findings);
  const stamps = await checkStamps(members, heads, facts, trust, findings);
  checkCaptures(members, book, facts, info, findings);
  checkPageCaptures(members, book, pages, facts, info, findings);
  await checkNotices(members, facts, info, findings);
  await checkReadings(members, pages, facts, info, reread, findings);
  await checkCustody(members, book, facts, info, findings);
  if (manifest !== undefined) checkOwnTimes(book, facts, stamps, manifest, findings);
  return { stamps, log: { origin: log.checkpoint.origin, vkey: log.vkey, fingerprint: sha256(log.vkey), trusted } };
}

function judgeLogKey(log: PackageLog, trust: Trust, keyTrusted: boolean, kept: boolean, findings: Findings): boolean {
  const given = trust.keys.filter(isLogKey);
  const pass = (why: string): true => {
    findings.note('log-key', 'pass', why, MEMBERS.logKey);
    return true;
  };
  if (given.includes(log.vkey)) return pass('you gave it');
  if (given.length > 0) {
    findings.fail('log-key', MEMBERS.logKey, `the log is signed by ${log.vkey}, which is none that you trust`);
    return false;
  }
  if (kept) return pass('it signed the checkpoint that you kept');
  if (keyTrusted) return pass('the signing key that you trust vouches for it');
  findings.note('log-key', 'untrusted', `the log ${log.vkey} is one that nobody vouches for`, MEMBERS.logKey);
  return false;
}
