import type { Digest } from '../../model/digest.ts';
import { archiveMember, MEMBERS, readingMember } from '../package/layout.ts';
import { isArchive } from './check-records.ts';
import type { Findings } from './findings.ts';
import type { LoggedCapture, LoggedFacts } from './logged-facts.ts';
import { stringOf } from './manifest.ts';
import { readDocument } from './own-documents.ts';
import type { OwnPackage } from './package-info.ts';
import type { PackageMembers } from './package-members.ts';
import type { RecordBook } from './record-book.ts';
import { isObject } from './strict-json.ts';

type Node = { readonly [key: string]: unknown };

const MAX_BYTES = 256 * 1024 * 1024;
const CAPTURE = 'urn:sha256:';
const VISIT = 'urn:dualwatch:visit:';
const READING = 'urn:dualwatch:reading:';

/** The chain of custody tells of these captures and readings and no others, with the times, addresses and entries of the log. */
export async function checkCustody(
  members: PackageMembers,
  book: RecordBook,
  facts: LoggedFacts,
  info: OwnPackage,
  findings: Findings,
): Promise<void> {
  const fail = (why: string): void => findings.fail('custody', MEMBERS.custody, why);
  try {
    const nodes = nodesOf(await readDocument(members, MEMBERS.custody, MAX_BYTES));
    const archived = members.names.filter(isArchive).map((name) => name.slice('archive/'.length, -'.warc.gz'.length));
    for (const sha256 of archived) {
      const capture = facts.captures.get(sha256);
      const ips = new Set<unknown>([...book.in(archiveMember(sha256 as Digest))].flatMap(({ ip }) => ip ?? []));
      const why = capture === undefined ? undefined : contradictionIn(nodes, capture, ips);
      if (why !== undefined) fail(`of capture ${sha256}, ${why}`);
    }
    const known = new Set([...archived, ...info.leftOut.map(({ sha256 }) => sha256 as string)]);
    for (const prefix of [CAPTURE, VISIT, READING]) {
      const stray = [...nodes.keys()].find((id) => id.startsWith(prefix) && !known.has(id.slice(prefix.length)));
      if (stray !== undefined) fail(`it tells of ${stray.slice(0, 120)}, which is not in the package`);
    }
    for (const name of members.names.filter((member) => member.startsWith('evidence/reading-'))) {
      const sha256 = name.slice('evidence/reading-'.length, -'.txt'.length);
      const reading = nodes.get(READING + sha256);
      if (reading?.['prov:atLocation'] !== readingMember(sha256 as Digest) || refersTo(reading['prov:wasDerivedFrom']) !== CAPTURE + sha256)
        fail(`it does not tell what ${name} was made from`);
    }
    checkMaking(nodes, archived, info, fail);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  if (!findings.failed('custody')) findings.note('custody', 'pass');
}

/** `ips`: addresses of servers that the records of the capture name. */
function contradictionIn(nodes: ReadonlyMap<string, Node>, capture: LoggedCapture, ips: ReadonlySet<unknown>): string | undefined {
  const entity = nodes.get(CAPTURE + capture.sha256);
  const visit = nodes.get(VISIT + capture.sha256);
  if (entity === undefined || visit === undefined) return 'it tells nothing';
  if (entity['prov:atLocation'] !== archiveMember(capture.sha256 as Digest) || entity['dw:logEntry'] !== capture.index)
    return `it names another file or entry than ${capture.index}`;
  if (refersTo(entity['prov:wasGeneratedBy']) !== VISIT + capture.sha256) return 'it names another visit';
  if (timeIn(visit['prov:startedAtTime']) !== capture.at) return `the visit began at another time than entry ${capture.index} says`;
  if (refersTo(visit['prov:used']) !== capture.url || visit['dw:finalAddress'] !== capture.finalUrl)
    return `the visit was of another address than entry ${capture.index} says`;
  if (visit['dw:server'] !== undefined && !ips.has(visit['dw:server'])) return 'it names a server that no record names';
  const ended = visit['prov:endedAtTime'];
  if (ended !== undefined && !(Date.parse(timeIn(ended) ?? '') >= Date.parse(capture.at))) return 'the visit ended before it began';
  return undefined;
}

/** What made the package, when, from which head of the log, and who signed it. */
function checkMaking(nodes: ReadonlyMap<string, Node>, archived: readonly string[], info: OwnPackage, fail: (why: string) => void): void {
  const [made, from, by] = [nodes.get('dw:package'), nodes.get('dw:checkpoint'), nodes.get('dw:export')];
  if (timeIn(made?.['prov:generatedAtTime']) !== info.createdAt || timeIn(by?.['prov:startedAtTime']) !== info.createdAt)
    fail('it says that the package was made at another time');
  if (made?.['dw:signer'] !== info.signer) fail('it names another signing key');
  if (from?.['dw:log'] !== info.log.origin || from['dw:entries'] !== info.log.size) fail('it names another head of the log');
  const derived = made?.['prov:wasDerivedFrom'];
  const sources = new Set(Array.isArray(derived) ? derived.map(refersTo) : []);
  const expected = ['dw:checkpoint', ...archived.map((sha256) => CAPTURE + sha256)];
  if (sources.size !== expected.length || expected.some((source) => !sources.has(source)))
    fail('it makes the package from other captures than it holds');
}

function nodesOf(document: Node): ReadonlyMap<string, Node> {
  const graph = document['@graph'];
  if (!Array.isArray(graph)) throw new Error('it has no graph');
  const nodes = new Map<string, Node>();
  for (const node of graph as readonly unknown[]) {
    const id = isObject(node) ? stringOf(node['@id']) : undefined;
    if (id === undefined || !isObject(node)) throw new Error('a node has no @id');
    if (nodes.has(id)) throw new Error(`it tells of ${id.slice(0, 120)} twice`);
    nodes.set(id, node);
  }
  return nodes;
}

function refersTo(value: unknown): string | undefined {
  return isObject(value) ? stringOf(value['@id']) : undefined;
}

function timeIn(value: unknown): string | undefined {
  return isObject(value) ? stringOf(value['@value']) : undefined;
}
