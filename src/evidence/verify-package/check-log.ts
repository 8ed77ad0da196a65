import { canonicalJson } from '../../model/canonical-json.ts';
import type { Json } from '../../model/canonical-json.ts';
import { openCheckpoint } from '../checkpoint.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { leafHash } from '../merkle.ts';
import { parseVerifierKey } from '../note.ts';
import type { NoteVerifier } from '../note.ts';
import { MEMBERS, proofMember } from '../package/layout.ts';
import { formatTlogProof, parseTlogProof } from '../tlog-proof.ts';
import { verifyInclusion } from '../verify-proof.ts';
import type { Findings } from './findings.ts';
import { readDocuments, readText } from './own-documents.ts';
import type { OwnPackage } from './package-info.ts';
import type { PackageMembers } from './package-members.ts';
import { strictObject } from './strict-json.ts';

/** The log as the package brings it. */
export interface PackageLog {
  readonly vkey: string;
  readonly verifier: NoteVerifier;
  readonly checkpoint: Checkpoint;
}

/** A record of the log, its inclusion checked. */
export interface LoggedRecord {
  readonly index: number;
  readonly json: { readonly [key: string]: unknown };
}

const MAX_TEXT_BYTES = 2_000_000;
/** An entry of the log has at most 65,535 bytes; in JSON each may take six. */
const MAX_LINE_BYTES = 6 * 0xffff + 100;

/** The log's key and signed head. Undefined, and told as `log`, where they do not hold. */
export async function openPackageLog(members: PackageMembers, info: OwnPackage, findings: Findings): Promise<PackageLog | undefined> {
  let where: string = MEMBERS.logKey;
  try {
    const key = await readText(members, MEMBERS.logKey, MAX_TEXT_BYTES);
    const vkey = key.slice(0, -1);
    if (key !== `${info.log.vkey}\n`) throw new Error(`it is not the key that ${MEMBERS.package} names`);
    const verifier = parseVerifierKey(vkey);
    where = MEMBERS.checkpoint;
    const checkpoint = openCheckpoint(await readText(members, MEMBERS.checkpoint, MAX_TEXT_BYTES), verifier);
    const root = Buffer.from(checkpoint.root).toString('base64');
    if (info.log.origin !== checkpoint.origin || info.log.size !== checkpoint.size || info.log.root !== root)
      throw new Error(`it is not the head that ${MEMBERS.package} names`);
    return { vkey, verifier, checkpoint };
  } catch (error) {
    findings.fail('log', where, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Every entry against its proof under the checkpoint, every proof against its entry; `onRecord` is told each record, by index. */
export async function checkEntries(
  members: PackageMembers,
  log: PackageLog,
  info: OwnPackage,
  findings: Findings,
  onRecord: (record: LoggedRecord) => void,
): Promise<void> {
  let [before, count] = [-1, 0];
  try {
    for await (const { number, json } of readDocuments(members, MEMBERS.entries, MAX_LINE_BYTES)) {
      const where = `${MEMBERS.entries}, line ${number}`;
      const { index, entry } = json;
      count += 1;
      if (
        typeof index !== 'number' ||
        !Number.isSafeInteger(index) ||
        index <= before ||
        typeof entry !== 'string' ||
        Object.keys(json).length !== 2
      ) {
        findings.fail('log', where, 'it is not an entry and its index, above the one before');
        continue;
      }
      before = index;
      try {
        const record = strictObject(entry);
        if (canonicalJson(record as Json) !== entry) throw new Error('the entry is not canonical JSON, as entries of our logs are');
        await checkProof(members, log, index, Buffer.from(entry));
        onRecord({ index, json: record });
      } catch (error) {
        findings.fail('log', where, error instanceof Error ? error.message : String(error));
      }
      if (findings.full('log')) break;
    }
  } catch (error) {
    findings.fail('log', MEMBERS.entries, error instanceof Error ? error.message : String(error));
  }
  const proofs = members.names.filter((name) => name.endsWith('.tlog-proof')).length;
  if (!findings.failed('log') && proofs !== count)
    findings.fail('log', MEMBERS.entries, `it has ${count} entries, but the package has ${proofs} proofs`);
  if (!findings.failed('log') && info.entries !== count)
    findings.fail('log', MEMBERS.package, `it speaks of ${info.entries} entries, ${count} are there`);
  if (!findings.failed('log')) findings.note('log', 'pass');
}

async function checkProof(members: PackageMembers, { checkpoint }: PackageLog, index: number, entry: Buffer): Promise<void> {
  const name = proofMember(index);
  const text = await readText(members, name, MAX_TEXT_BYTES).catch((error: unknown) => {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  const proof = parseTlogProof(text);
  if (proof.index !== index) throw new Error(`${name} is of entry ${proof.index}`);
  if (proof.checkpoint !== checkpoint.text) throw new Error(`${name} stands under another checkpoint than ${MEMBERS.checkpoint}`);
  if (formatTlogProof({ index, hashes: proof.hashes, checkpoint: proof.checkpoint }) !== text)
    throw new Error(`${name} is not of the one form that ours have`);
  verifyInclusion(index, leafHash(entry), proof.hashes, checkpoint);
}
