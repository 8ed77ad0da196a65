import type { Digest } from '../../model/digest.ts';
import { archiveMember, MEMBERS } from '../package/layout.ts';
import { isArchive } from './check-records.ts';
import type { Findings } from './findings.ts';
import type { LoggedCapture, LoggedFacts } from './logged-facts.ts';
import type { OwnPackage } from './package-info.ts';
import type { PackageMembers } from './package-members.ts';
import type { BookedRecord, RecordBook } from './record-book.ts';

/** Capture entries and files name each other; what is left out is named, with the entry that says why; observations speak of captures that are there or named. */
export function checkCaptures(members: PackageMembers, book: RecordBook, facts: LoggedFacts, info: OwnPackage, findings: Findings): void {
  const fail = (where: string, why: string): void => findings.fail('captures', where, why);
  const leftOut = new Map<string, OwnPackage['leftOut'][number]>(info.leftOut.map((left) => [left.sha256, left]));
  for (const name of members.names.filter(isArchive)) {
    const sha256 = /^archive\/([0-9a-f]{64})\.warc\.gz$/.exec(name)?.[1] ?? '';
    const capture = facts.captures.get(sha256);
    if (members.digests.get(name) !== sha256)
      fail(name, `its name is not its SHA-256, ${members.digests.get(name) ?? 'which could not be computed'}`);
    if (capture === undefined) fail(name, 'no entry of the log names it');
    else checkCapture(name, members.entry(name)?.bytes ?? 0, [...book.in(name)], capture, fail);
  }
  for (const capture of facts.captures.values()) {
    const left = leftOut.get(capture.sha256);
    const there = members.has(archiveMember(capture.sha256 as Digest));
    if (there === (left !== undefined))
      fail(
        entryOf(capture.index),
        there
          ? `${MEMBERS.package} says that capture ${capture.sha256} is left out, but it is there`
          : `capture ${capture.sha256} is neither in the package nor named as left out`,
      );
  }
  for (const { sha256, index, why } of info.leftOut) {
    if (facts.captures.get(sha256)?.index !== index)
      fail(MEMBERS.package, `capture ${sha256} is left out, but entry ${index} is not of it`);
    const expected = why === 'dropped' ? 'drop' : why === 'forgotten' ? 'forget' : undefined;
    if (expected !== undefined && facts.deleted.get(sha256) !== expected)
      fail(MEMBERS.package, `capture ${sha256} is left out as ${why}, but no entry says so`);
  }
  for (const { index, capture, confirms } of facts.observations) {
    for (const sha256 of [capture, confirms]) {
      if (sha256 !== null && !facts.captures.has(sha256))
        fail(entryOf(index), `the observation speaks of capture ${sha256.slice(0, 64)}, which no entry of the package names`);
    }
  }
  if (info.captures !== members.names.filter(isArchive).length)
    fail(MEMBERS.package, `it speaks of ${info.captures} captures, ${members.names.filter(isArchive).length} are there`);
  if (!findings.failed('captures')) findings.note('captures', 'pass');
}

/** The record of the log against the records of the file. */
function checkCapture(
  name: string,
  bytes: number,
  records: readonly BookedRecord[],
  capture: LoggedCapture,
  fail: (where: string, why: string) => void,
): void {
  if (capture.bytes !== bytes) fail(name, `it has ${bytes} bytes, entry ${capture.index} says ${capture.bytes}`);
  const shown = records.filter(({ type }) => type === 'response' || type === 'resource');
  if (
    capture.payload !== null &&
    shown.length > 0 &&
    !shown.some(({ entity, payload }) => entity === capture.payload || payload === capture.payload)
  )
    fail(name, `none of its records has the payload that entry ${capture.index} names (${capture.payload.slice(0, 64)})`);
  if (capture.status !== null && shown.length > 0 && !shown.some(({ status }) => status === undefined || status === capture.status))
    fail(name, `none of its answers has the status ${capture.status} that entry ${capture.index} names`);
}

export function entryOf(index: number): string {
  return `${MEMBERS.entries}, entry ${index}`;
}
