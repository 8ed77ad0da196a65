import type { Digest } from '../../model/digest.ts';
import { archiveMember, MEMBERS } from '../package/layout.ts';
import { entryOf } from './check-captures.ts';
import type { Stamp } from './check-timestamps.ts';
import type { Findings } from './findings.ts';
import type { LoggedFacts } from './logged-facts.ts';
import type { Manifest } from './manifest.ts';
import type { RecordBook } from './record-book.ts';

/** Two clocks that are kept by the network differ by less. */
const TOLERANCE_MS = 5 * 60_000;
/** A visit is over by then: fetch limits and a browser's are far below. */
const LONGEST_VISIT_MS = 6 * 3_600_000;
/** Between signing and stamping of a domain-signed package: wacz-auth 0.1.0. */
const SIGNING_MS = 10 * 60_000;

/** Times of any package: nothing was recorded after the package was made. */
export function checkCreated(book: RecordBook, manifest: Manifest, findings: Findings): void {
  const created = Date.parse(manifest.created ?? '');
  if (manifest.created === undefined) return;
  if (Number.isNaN(created)) {
    findings.fail('times', MEMBERS.datapackage, `"${manifest.created.slice(0, 40)}" is no time`);
    return;
  }
  for (const { file, offset, date } of book) {
    if (Date.parse(date) > created + TOLERANCE_MS)
      findings.fail('times', `${file}, byte ${offset}`, `the record is of ${date}, after the package was made (${manifest.created})`);
  }
}

/** A domain-signed package is signed and stamped at once. */
export function checkSigned(signed: { readonly [key: string]: unknown }, stamps: readonly Stamp[], findings: Findings): void {
  const created = Date.parse(String(signed['created']));
  for (const { at, where } of stamps) {
    if (!(Math.abs(Date.parse(at) - created) <= SIGNING_MS))
      findings.fail('times', where, `it is said to be signed ${String(signed['created']).slice(0, 40)}, but was stamped ${at}`);
  }
}

/** Times of ours: what the log says, what the records say, and what authorities saw. */
export function checkOwnTimes(
  book: RecordBook,
  facts: LoggedFacts,
  stamps: readonly Stamp[],
  manifest: Manifest,
  findings: Findings,
): void {
  const created = Date.parse(manifest.created ?? '');
  const seen = stamps.map((stamp) => ({ ...stamp, time: Date.parse(stamp.at) }));
  for (const { index, at } of facts.times) {
    const time = Date.parse(at);
    if (Number.isNaN(time)) findings.fail('times', entryOf(index), `"${at.slice(0, 40)}" is no time`);
    if (time > created + TOLERANCE_MS)
      findings.fail('times', entryOf(index), `it is of ${at}, after the package was made (${manifest.created ?? ''})`);
    const before = seen.find((stamp) => index < stamp.size && time > stamp.time + TOLERANCE_MS);
    if (before !== undefined)
      findings.fail('times', entryOf(index), `it is said to be of ${at}, but ${before.authority} saw it at ${before.at}`);
  }
  for (const { sha256, index, at } of facts.captures.values()) {
    const file = archiveMember(sha256 as Digest);
    for (const { offset, date } of book.in(file)) {
      const [begun, time] = [Date.parse(at), Date.parse(date)];
      if (time < begun - TOLERANCE_MS || time > begun + LONGEST_VISIT_MS)
        findings.fail(
          'times',
          `${file}, byte ${offset}`,
          `the record is of ${date}, outside of the visit that began ${at} by entry ${index}`,
        );
    }
  }
}
