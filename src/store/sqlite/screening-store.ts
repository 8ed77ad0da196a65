import { setImmediate } from 'node:timers/promises';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId, ReceiptId } from '../../model/ids.ts';
import type { ListSettings } from '../../model/kept-list.ts';
import type { Receipt } from '../../model/receipt.ts';
import type {
  KeptListing,
  ListingChange,
  NoticeMatches,
  PartyLink,
  PartyMember,
  Rows,
  ScoreSummary,
  ScreeningStore,
  SetRow,
} from '../screening-port.ts';
import type { Connection } from './connection.ts';
import { customerSets } from './customer-sets.ts';
import { decisionTable } from './decisions.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import { listRows } from './list-rows.ts';
import { listVersions } from './list-versions.ts';
import { listingViews } from './listings.ts';
import { noticeMatches } from './notice-matches.ts';
import type { NoticeRows } from './notice-rows.ts';
import { partyTable } from './parties.ts';
import type { ReadingTable } from './readings.ts';
import { receiptTable } from './receipts.ts';

type Given<Method extends keyof ScreeningStore> = Parameters<ScreeningStore[Method]>;
export type ScreeningTables = ReturnType<typeof screeningTables>;

/** What screening keeps, as acts of the store. */
export class SqliteScreeningStore {
  readonly #db: Connection;
  readonly #tables: ScreeningTables;

  constructor(connection: Connection, tables: ScreeningTables) {
    this.#db = connection;
    this.#tables = tables;
  }

  async addList(settings: ListSettings, nowIso: string, nextCheckAt: string | null) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(settings.name))
      throw new DualwatchError(
        'usage',
        `${settings.name} is no name for a list; write it in kebab-case: small letters and digits, joined by -`,
      );
    return this.#db.write(() => this.#tables.lists.add(settings, nowIso, nextCheckAt));
  }

  async findList(name: string) {
    return this.#db.read(() => this.#tables.lists.find(name));
  }

  async lists() {
    return this.#db.read(() => this.#tables.lists.all());
  }

  async changeList(settings: ListSettings) {
    this.#db.write(() => this.#tables.lists.change(settings));
  }

  async noteListCheck(name: string, check: Given<'noteListCheck'>[1]) {
    this.#db.write(() => this.#tables.lists.note(name, check));
  }

  async listsDue(nowIso: string) {
    return this.#db.read(() => this.#tables.lists.due(nowIso));
  }

  async recordListVersion(given: Given<'recordListVersion'>[0]) {
    return this.#tables.versions.record(given);
  }

  async acceptListVersion(given: Given<'acceptListVersion'>[0]) {
    return this.#tables.versions.accept(given);
  }

  async listVersions(name: string) {
    return this.#db.read(() => (this.#tables.lists.require(name), this.#tables.lists.versions(name)));
  }

  async *listingsOf(list: string, version?: number): AsyncGenerator<KeptListing> {
    yield* this.#paged(this.#tables.listings.pages(list, version));
  }

  async listingById(id: string) {
    return this.#db.read(() => this.#tables.listings.byId(id));
  }

  async listingHistory(id: string) {
    return this.#db.read(() => this.#tables.listings.history(id));
  }

  async *diffList(list: string, from: number, to: number): AsyncGenerator<ListingChange> {
    yield* this.#paged(this.#tables.listings.diff(list, from, to));
  }

  async recordPartyLink(link: Given<'recordPartyLink'>[0]) {
    return this.#db.write(() => this.#tables.parties.link(link));
  }

  async *partyLinks(): AsyncGenerator<PartyLink> {
    yield* this.#paged(this.#tables.parties.links());
  }

  async replaceParties(rows: Rows<PartyMember>) {
    await this.#tables.parties.replace(rows);
  }

  async *partyMembers(): AsyncGenerator<PartyMember> {
    yield* this.#paged(this.#tables.parties.members());
  }

  async partyOf(listingId: string) {
    return this.#db.read(() => this.#tables.parties.of(listingId));
  }

  async recordDecision(decision: Given<'recordDecision'>[0]) {
    return this.#db.write(() => this.#tables.decisions.record(decision));
  }

  async decisionsFor(keys: readonly string[]) {
    return this.#db.read(() => this.#tables.decisions.latest(keys));
  }

  async putSetRows(set: string, nowIso: string, rows: readonly SetRow[]) {
    return this.#tables.sets.put(set, nowIso, rows);
  }

  async *setRows(set: string, afterKey?: string): AsyncGenerator<SetRow> {
    yield* this.#paged(this.#tables.sets.pages(set, afterKey));
  }

  async sets() {
    return this.#db.read(() => this.#tables.sets.all());
  }

  async replaceSet(set: string, by: string) {
    this.#tables.sets.replace(set, by);
  }

  async removeSet(set: string) {
    this.#tables.sets.remove(set);
  }

  async recordReceipt(receipt: Receipt) {
    return this.#db.write(() => this.#tables.receipts.record(receipt));
  }

  async receipt(id: ReceiptId) {
    return this.#db.read(() => this.#tables.receipts.get(id));
  }

  async listReceipts(limit: number, before?: number) {
    return this.#db.read(() => this.#tables.receipts.newest(limit, before));
  }

  async unscreened(recipe: string, limit: number) {
    return this.#db.read(() => this.#tables.matches.unscreened(recipe, limit));
  }

  async readingsForScreening(afterNum: number, limit: number) {
    return this.#db.read(() => this.#tables.matches.after(afterNum, limit));
  }

  async readingToScreen(id: NoticeId) {
    return this.#db.read(() => this.#tables.matches.toScreen(id));
  }

  async recordNoticeMatches(found: readonly NoticeMatches[], score?: ScoreSummary) {
    if (found.length === 0) return 0;
    return this.#db.write(() => found.filter((one) => this.#tables.matches.record(one, score)).length);
  }

  async matchesOf(id: NoticeId) {
    return this.#db.read(() => this.#tables.matches.of(id));
  }

  async untoldMatches(afterNum: number, limit: number) {
    return this.#db.read(() => this.#tables.matches.untold(afterNum, limit));
  }

  async noteTold(told: Given<'noteTold'>[0]) {
    if (told.length > 0) this.#db.write(() => told.forEach((one) => this.#tables.matches.tell(one)));
  }

  /** Each step is one short look: no view of the database is held open while the caller works. */
  async *#paged<Row>(pages: Generator<readonly Row[], undefined, undefined>): AsyncGenerator<Row> {
    for (;;) {
      const page = this.#db.read(() => pages.next());
      if (page.done) return;
      yield* page.value;
      // Whatever else waits in this process has its turn.
      await setImmediate();
    }
  }
}

export function screeningTables(
  connection: Connection,
  { evidence, notices, readings }: { readonly evidence: EvidenceRows; readonly notices: NoticeRows; readonly readings: ReadingTable },
) {
  const { db } = connection;
  const lists = listRows(db);
  const listings = listingViews(db, lists);
  return {
    lists,
    versions: listVersions(connection, lists, evidence),
    listings,
    parties: partyTable(connection, listings, evidence),
    decisions: decisionTable(db, evidence),
    sets: customerSets(connection),
    receipts: receiptTable(db, evidence),
    matches: noticeMatches(db, notices, readings),
  };
}
