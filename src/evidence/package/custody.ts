import { canonicalJson } from '../../model/canonical-json.ts';
import type { Json } from '../../model/canonical-json.ts';
import type { Digest } from '../../model/digest.ts';
import type { ArchivedCapture } from './archive-capture.ts';
import { archiveMember, MEMBERS, readingMember } from './layout.ts';
import type { PackageInfo } from './layout.ts';

/** What a chain of custody is told from. */
export interface Custody {
  readonly info: Pick<PackageInfo, 'software' | 'createdAt' | 'log' | 'signer' | 'leftOut'>;
  /** Who exported, as they call themselves; null where nobody said. */
  readonly exportedBy: string | null;
  readonly captures: readonly ArchivedCapture[];
  /** Captures with a reading in the package, and the version of code and knowledge that read them. */
  readonly readings: ReadonlyMap<Digest, string>;
}

const CONTEXT = {
  dw: 'urn:dualwatch:',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * `evidence/custody.jsonld`, in parts: who or what made each capture, reading and the package itself, when, from what. Terms of PROV-O (https://www.w3.org/TR/prov-o/), as JSON-LD with
 * its context inside, so that nothing need be fetched.
 */
export async function* custodyDocument(custody: Custody): AsyncGenerator<string, void, undefined> {
  yield `{"@context":${canonicalJson(CONTEXT)},"@graph":[`;
  let between = '';
  for (const node of nodesOf(custody)) {
    yield between + canonicalJson(node);
    between = ',';
  }
  yield ']}\n';
}

function* nodesOf({ info, exportedBy, captures, readings }: Custody): Generator<Json> {
  const programs = new Set([info.software, ...captures.flatMap(({ software, browser }) => [software ?? [], browser ?? []].flat())]);
  for (const software of programs) yield { '@id': program(software), '@type': ['prov:SoftwareAgent'], 'rdfs:label': software };
  const people = new Set([...(exportedBy === null ? [] : [exportedBy]), ...captures.flatMap(({ operator }) => operator ?? [])]);
  for (const person of people) yield { '@id': agent(person), '@type': ['prov:Agent'], 'rdfs:label': person };
  for (const capture of captures) yield* nodesOfCapture(capture);
  for (const [capture, recipe] of readings) yield* nodesOfReading(capture, recipe, info);
  for (const { sha256, why } of info.leftOut)
    yield { '@id': digestUrn(sha256), '@type': ['prov:Entity'], 'rdfs:label': `capture, ${why}: not in this package` };
  yield {
    '@id': 'dw:export',
    '@type': ['prov:Activity'],
    'rdfs:label': 'export of this package',
    'prov:startedAtTime': time(info.createdAt),
    'prov:wasAssociatedWith': [reference(program(info.software)), ...(exportedBy === null ? [] : [reference(agent(exportedBy))])],
  };
  yield {
    '@id': 'dw:package',
    '@type': ['prov:Entity', 'prov:Bundle'],
    'rdfs:label': 'this package',
    'prov:generatedAtTime': time(info.createdAt),
    'prov:wasGeneratedBy': reference('dw:export'),
    'prov:wasDerivedFrom': [reference('dw:checkpoint'), ...captures.map(({ capture }) => reference(digestUrn(capture.sha256)))],
    'dw:signer': info.signer,
  };
  yield {
    '@id': 'dw:checkpoint',
    '@type': ['prov:Entity'],
    'rdfs:label': 'signed head of the evidence log',
    'prov:atLocation': MEMBERS.checkpoint,
    'dw:log': info.log.origin,
    'dw:entries': info.log.size,
  };
}

function* nodesOfCapture({ capture, software, operator, system, browser, endedAt }: ArchivedCapture): Generator<Json> {
  const visit = `urn:dualwatch:visit:${capture.sha256}`;
  yield {
    '@id': visit,
    '@type': ['prov:Activity'],
    'rdfs:label': 'visit',
    'prov:startedAtTime': time(capture.at),
    'prov:endedAtTime': endedAt === null ? undefined : time(endedAt),
    'prov:used': reference(capture.url),
    'prov:wasAssociatedWith': [
      ...[software, browser].flatMap((made) => (made === null ? [] : [program(made)])),
      ...(operator === null ? [] : [agent(operator)]),
    ].map((id) => reference(id)),
    'dw:mode': capture.mode ?? undefined,
    'dw:finalAddress': capture.finalUrl,
    'dw:server': capture.ip ?? undefined,
    'dw:system': system ?? undefined,
  };
  yield {
    '@id': digestUrn(capture.sha256),
    '@type': ['prov:Entity'],
    'rdfs:label': 'capture',
    'prov:atLocation': archiveMember(capture.sha256),
    'prov:wasGeneratedBy': reference(visit),
    'dw:logEntry': capture.logIndex,
  };
}

function* nodesOfReading(capture: Digest, recipe: string, { software }: Pick<PackageInfo, 'software'>): Generator<Json> {
  yield {
    '@id': `urn:dualwatch:reading:${capture}`,
    '@type': ['prov:Entity'],
    'rdfs:label': 'reading as text',
    'prov:atLocation': readingMember(capture),
    'prov:wasDerivedFrom': reference(digestUrn(capture)),
    'prov:wasAttributedTo': reference(program(software)),
    'dw:recipe': recipe,
  };
}

const program = (software: string): string => `urn:dualwatch:program:${encodeURIComponent(software)}`;
const agent = (label: string): string => `urn:dualwatch:agent:${encodeURIComponent(label)}`;
const digestUrn = (digest: Digest): string => `urn:sha256:${digest}`;
const reference = (id: string): Json => ({ '@id': id });
const time = (iso: string): Json => ({ '@type': 'xsd:dateTime', '@value': iso });
