import { DualwatchError } from '../../model/errors.ts';
import { batches } from '../batches.ts';
import type { KeptParty, PartyLink, PartyMember, Rows } from '../screening-port.ts';
import type { Connection } from './connection.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { ListingViews } from './listings.ts';

const PAGE = 500;
const COLUMNS = 'l.link, l.one, l.other, l.why, l.who AS "by", l.at, l.log_index AS logIndex';
const LATEST = 'NOT EXISTS (SELECT 1 FROM party_links x WHERE x.one = l.one AND x.other = l.other AND x.log_index > l.log_index)';
let tables = 0;

/** Which listings are one party: what people said, which is evidence, and what was made of it, which can be made again. */
export function partyTable(connection: Connection, listings: ListingViews, evidence: EvidenceRows) {
  const { db } = connection;
  const linksAfter = db.prepare<[number], PartyLink>(
    `SELECT ${COLUMNS} FROM party_links l WHERE l.log_index > ? AND ${LATEST} ORDER BY l.log_index LIMIT ${PAGE}`,
  );
  const linksOf = db.prepare<{ id: string }, PartyLink>(
    `SELECT ${COLUMNS} FROM party_links l WHERE l.one = @id AND ${LATEST} UNION ALL SELECT ${COLUMNS} FROM party_links l WHERE l.other = @id AND ${LATEST}`,
  );
  const partyOf = db.prepare<[string], string>('SELECT party FROM party_members WHERE listing = ?').pluck();
  const membersOf = db.prepare<[string], PartyMember>('SELECT listing, party, why FROM party_members WHERE party = ? ORDER BY listing');
  const membersAfter = db.prepare<[string, string], PartyMember>(
    `SELECT listing, party, why FROM party_members WHERE (party, listing) > (?, ?) ORDER BY party, listing LIMIT ${PAGE}`,
  );

  return {
    link({ link, one, other, why, by, at }: Omit<PartyLink, 'logIndex'>): PartyLink {
      if (one === other) throw new DualwatchError('usage', `${one} is one listing; name two`);
      for (const id of [one, other])
        if (listings.byId(id) === undefined)
          throw new DualwatchError('not-found', `there is no listing ${id}; its id is <list>:<id in the list>`);
      const record = one < other ? { link, one, other, why, by, at } : { link, one: other, other: one, why, by, at };
      return { ...record, logIndex: evidence.partyLink({ type: 'party-link', ...record }) };
    },
    *links(): Generator<readonly PartyLink[], undefined, undefined> {
      for (let page = linksAfter.all(-1); page.length > 0; page = linksAfter.all(page.at(-1)?.logIndex ?? -1)) yield page;
      return undefined;
    },
    /** Rows wait in a table beside the database; the replacement itself is one commit, and touches only what differs. */
    async replace(rows: Rows<PartyMember>): Promise<void> {
      const staged = `temp.staged_members_${(tables += 1)}`;
      connection.alone(() =>
        db.exec(`CREATE TABLE ${staged} (listing TEXT PRIMARY KEY, party TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID`),
      );
      try {
        const put = db.prepare(`INSERT OR REPLACE INTO ${staged} (listing, party, why) VALUES (?, ?, ?)`);
        for await (const batch of batches(rows))
          connection.read(() => batch.forEach(({ listing, party, why }) => put.run(listing, party, why)));
        connection.write(() => {
          db.exec(`DELETE FROM party_members WHERE NOT EXISTS (SELECT 1 FROM ${staged} s WHERE s.listing = party_members.listing)`);
          db.exec(
            `INSERT INTO party_members (listing, party, why) SELECT listing, party, why FROM ${staged} WHERE true
             ON CONFLICT (listing) DO UPDATE SET party = excluded.party, why = excluded.why WHERE party <> excluded.party OR why <> excluded.why`,
          );
        });
      } finally {
        if (db.open) db.exec(`DROP TABLE IF EXISTS ${staged}`);
      }
    },
    *members(): Generator<readonly PartyMember[], undefined, undefined> {
      for (let last: PartyMember | undefined = { party: '', listing: '', why: '' }; last !== undefined;) {
        const page: readonly PartyMember[] = membersAfter.all(last.party, last.listing);
        last = page.at(-1);
        yield page;
      }
      return undefined;
    },
    of(listingId: string): KeptParty | undefined {
      const party = partyOf.get(listingId);
      const members = party === undefined ? [] : membersOf.all(party);
      const found = (members.length === 0 ? [listingId] : members.map(({ listing }) => listing)).flatMap((id) => listings.byId(id) ?? []);
      if (found.length === 0) return undefined;
      const links = new Map(found.flatMap(({ id }) => linksOf.all({ id })).map((link) => [link.logIndex, link]));
      return {
        id: party ?? listingId,
        listings: found.filter(({ untilVersion }) => untilVersion === null),
        members,
        links: [...links.values()].toSorted((a, b) => a.logIndex - b.logIndex),
      };
    },
  };
}
