import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../api/queries.ts';
import type { Listing, Party } from '../api/routes.gen.ts';
import { useWords } from '../words/use-words.ts';
import { Answered } from './answered.tsx';
import { Digest } from './digest.tsx';
import { Panel } from './panel.tsx';
import css from './party-panel.module.css';
import { PartyFields } from './party-fields.tsx';
import { useSchemaWord } from './party-words.ts';
import { ShownText } from './shown-text.tsx';
import { useWho } from '../words/use-who.ts';

/** A listed party with all its listings: names, identifiers, on which list since which version and in which line, and why they are one party. */
export function PartyPanel({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }): ReactNode {
  const say = useWords('screening');
  return (
    <Panel open={id !== null} onClose={onClose} title={say('party')} wide>
      {id !== null && <PartyById id={id} onLeave={onClose} />}
    </Panel>
  );
}

function PartyById({ id, onLeave }: { readonly id: string; readonly onLeave: () => void }): ReactNode {
  const party = useQuery(asking('GET /api/v1/parties/:id', { params: { id } }));
  return <Answered query={party}>{(found) => <PartyText party={found} onLeave={onLeave} />}</Answered>;
}

function PartyText({ party, onLeave }: { readonly party: Party; readonly onLeave: () => void }): ReactNode {
  const say = useWords('screening');
  const schema = useSchemaWord();
  const who = useWho();
  const [first] = [...party.listings, ...(party.former ?? [])];
  if (first === undefined) return null;
  return (
    <div className={css.party}>
      <div>
        <h3 className={css.caption}>
          <bdi>
            <ShownText text={first.entity.caption} />
          </bdi>
        </h3>
        <p className={css.soft}>{schema(first.entity.schema)}</p>
      </div>
      {party.former !== undefined && party.former.length > 0 && <p className={css.former}>{say('formerListing')}</p>}
      {party.listings.map((listing) => (
        <ListingText
          key={listing.id}
          listing={listing}
          why={party.members.find((one) => one.listing === listing.id)?.why}
          onLeave={onLeave}
        />
      ))}
      {party.former?.map((listing) => (
        <ListingText key={`former ${listing.id}`} listing={listing} why={undefined} onLeave={onLeave} />
      ))}
      {party.links.length > 0 && (
        <section>
          <h4>{say('linksByHand')}</h4>
          <ul className={css.links}>
            {party.links.map(({ link, one, other, why, by, logIndex }) => (
              <li key={logIndex}>
                <code>{one}</code> {link === 'link' ? say('isSame') : say('isOther')} <code>{other}</code> {why} ({who(by)})
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function ListingText({
  listing,
  why,
  onLeave,
}: {
  readonly listing: Listing;
  readonly why: string | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const say = useWords('screening');
  return (
    <section className={css.listing}>
      <h4>
        <Link to="/lists" search={{ list: listing.list }} onClick={onLeave}>
          {listing.list}
        </Link>
        <span className={css.soft}>
          {listing.untilVersion === null
            ? say('listedSince', { version: listing.sinceVersion, line: listing.line })
            : say('listedUntil', { version: listing.sinceVersion, until: listing.untilVersion, line: listing.line })}
        </span>
      </h4>
      <PartyFields entity={listing.entity} />
      {why !== undefined && (
        <p className={css.why}>
          {say('onePartyBecause')} <span lang="en">{why}</span>
        </p>
      )}
      <p className={css.soft}>
        {say('listingId')} <Digest value={listing.id} whole />
      </p>
    </section>
  );
}
