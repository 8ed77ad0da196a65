import { join } from 'node:path';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { isoTime, systemClock } from '../../capture/clock.ts';
import type { LogKey } from '../../evidence/log-key.ts';
import type { LogProver } from '../../evidence/log-prover.ts';
import type { ArchivedCapture } from '../../evidence/package/archive-capture.ts';
import { custodyDocument } from '../../evidence/package/custody.ts';
import { jsonDocument } from '../../evidence/package/datapackage.ts';
import {
  compareMembers,
  MEMBERS,
  PACKAGE_FORMAT,
  proofMember,
  readingMember,
  type LeftOut,
  type PackageInfo,
} from '../../evidence/package/layout.ts';
import type { PackageKey } from '../../evidence/package/package-key.ts';
import type { PackageWriter } from '../../evidence/package/package-writer.ts';
import { readmeOf } from '../../evidence/package/readme.ts';
import type { HomePaths } from '../home.ts';
import { VERSION } from '../version.ts';
import type { ExportedPackage, ExportRequest } from './export-package.ts';
import type { GatheredEvidence } from './gather-evidence.ts';
import { gatherStamps } from './gather-stamps.ts';
import { shownReading } from '../shown/shown-reading.ts';
import { countFrom, entriesOf, entryLines, joinedTexts, noticeLines, pageLines, readingsFor } from './package-parts.ts';

/** A file was dropped after the package was begun: what the package says of it would not hold. */
export class DroppedMeanwhile extends Error {}

/** What a package is made of. */
export interface PackageParts {
  readonly store: Store;
  readonly paths: HomePaths;
  readonly request: ExportRequest;
  readonly evidence: GatheredEvidence;
  readonly prover: LogProver;
  readonly logKey: LogKey;
  readonly key: PackageKey;
  readonly writer: PackageWriter;
}

/** One package under way; members in their order. */
export class PackageUnderWay {
  readonly #parts: PackageParts;
  readonly #noticesOf: ReadonlyMap<Digest, readonly NoticeId[]>;
  readonly #archived: ArchivedCapture[] = [];
  readonly #leftOut: LeftOut[] = [];

  constructor(parts: PackageParts) {
    this.#parts = parts;
    this.#noticesOf = new Map(parts.evidence.captures.map(({ capture, notices }) => [capture.sha256, notices]));
  }

  async write(): Promise<ExportedPackage> {
    const { store, evidence, writer, request, prover, logKey, key } = this.#parts;
    const createdAt = wholeSecond((request.clock ?? systemClock).now());
    const software = `Dualwatch/${VERSION}`;
    const notices = evidence.notices.map(({ notice }) => notice);
    await this.#archive();
    await writer.writeIndex();

    const title = await this.#title();
    await writer.stream(
      MEMBERS.pages,
      pageLines(title, this.#archived, (capture) => this.#readings(capture), request.reveal),
    );

    const { checkpoint } = prover;
    const about: Omit<PackageInfo, 'leftOut'> = {
      format: PACKAGE_FORMAT,
      software,
      createdAt,
      notices: evidence.notices.map(({ notice, merged }) => ({ id: notice.id, merged, url: notice.url })),
      log: { origin: checkpoint.origin, vkey: logKey.vkey, size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('base64') },
      signer: key.fingerprint,
      entries: evidence.entries.length,
      captures: this.#archived.length,
      masked: !request.reveal,
    };
    await writer.add(MEMBERS.readme, readmeOf({ ...about, leftOut: this.#leftOut.length }));
    const stamps = await gatherStamps(store, evidence.entries, prover, logKey.verifier);
    // Names of earlier checkpoints come before that of the last, and those of proofs after it.
    const parts = [...stamps.checkpoints, [MEMBERS.checkpoint, checkpoint.text] as const];
    for (const [name, content] of parts.toSorted(([one], [other]) => compareMembers(one, other))) await writer.add(name, content);
    const info: PackageInfo = { ...about, leftOut: this.#leftOut };
    await writer.stream(
      MEMBERS.custody,
      custodyDocument({ info, exportedBy: request.by, captures: this.#archived, readings: await this.#recipes() }),
    );
    await writer.stream(MEMBERS.entries, entryLines(entriesOf(store, evidence.entries)));
    await this.#prove();
    await writer.add(MEMBERS.logKey, `${logKey.vkey}\n`);
    await writer.stream(MEMBERS.notices, noticeLines(store, notices, request.reveal));
    await writer.add(MEMBERS.package, jsonDocument(info));
    await this.#writeReadings();
    for (const [name, content] of stamps.timestamps) await writer.add(name, content);
    const anchored = (await store.anchors.authorities()).length > 0;
    const unstamped = await countFrom(anchored ? stamps.reach : Number.POSITIVE_INFINITY, store, evidence.entries);
    return { bytes: await writer.seal({ title, software, created: createdAt }, key), info, unstamped };
  }

  async #archive(): Promise<void> {
    const { store, paths, evidence, writer } = this.#parts;
    let done = 0;
    for (const { capture } of evidence.captures) {
      this.#step(`${(done += 1)} of ${evidence.captures.length} captures`);
      const place = { sha256: capture.sha256, index: capture.logIndex };
      if (capture.warc === null) {
        this.#leftOut.push({ ...place, why: capture.forgottenAt === null ? 'dropped' : 'forgotten' });
        continue;
      }
      const archived = await writer.archive(capture, join(paths.home, capture.warc));
      if (typeof archived !== 'string') {
        this.#archived.push(archived);
        continue;
      }
      const [now] = await store.evidenceRows(capture.logIndex, capture.logIndex + 1);
      if (now?.warc === null) throw new DroppedMeanwhile();
      this.#leftOut.push({ ...place, why: archived });
    }
  }

  async #prove(): Promise<void> {
    const { store, evidence, prover, writer } = this.#parts;
    let done = 0;
    for await (const { index, bytes } of entriesOf(store, evidence.entries)) {
      this.#step(`${(done += 1)} of ${evidence.entries.length} entries proved`);
      await writer.add(proofMember(index), await prover.prove(index, bytes));
    }
  }

  async #writeReadings(): Promise<void> {
    for (const { capture } of this.#archived) {
      this.#step('readings');
      const readings = await this.#readings(capture.sha256);
      const texts = readings.map((reading) => shownReading(reading, this.#parts.request.reveal));
      if (texts.length > 0) await this.#parts.writer.add(readingMember(capture.sha256), joinedTexts(texts));
    }
  }

  /** Version of code and knowledge that read each capture. */
  async #recipes(): Promise<ReadonlyMap<Digest, string>> {
    const recipes = new Map<Digest, string>();
    for (const { capture } of this.#archived) {
      const [reading] = await this.#readings(capture.sha256);
      if (reading !== undefined) recipes.set(capture.sha256, reading.recipe);
    }
    return recipes;
  }

  async #title(): Promise<string> {
    const { evidence, request, store } = this.#parts;
    const [first] = evidence.notices;
    const lines: { readonly title: string | null; readonly url: string }[] = [];
    if (first !== undefined)
      for await (const line of noticeLines(store, [first.notice], request.reveal)) lines.push(JSON.parse(line) as (typeof lines)[number]);
    const title = lines[0]?.title ?? lines[0]?.url ?? '';
    return evidence.notices.length > 1 ? `${title} (and ${evidence.notices.length - 1} more)` : title;
  }

  #readings(capture: Digest) {
    return readingsFor(this.#parts.store, capture, this.#noticesOf.get(capture) ?? []);
  }

  #step(what: string): void {
    const { signal, onProgress } = this.#parts.request;
    if (signal.aborted) throw new DualwatchError('usage', 'stopped before the package was whole: nothing was written');
    onProgress(what);
  }
}

/** The next whole second: readers know no finer time, and nothing inside may be later. */
function wholeSecond(nowMs: number): string {
  return isoTime(Math.ceil(nowMs / 1000) * 1000).replace('.000Z', 'Z');
}
