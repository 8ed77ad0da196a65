import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asking } from '../../api/queries.ts';
import type { Case, Claim, ClaimComparison, Copy, NoticeInFull, PublisherProfile } from '../../api/routes.gen.ts';
import { noticeIdsOf } from './case-notices.ts';
import { noticeQuery } from '../notice/use-notice.ts';

/** As many notices of a case as are read in full, for the timeline, the network and the dossier: more cannot be taken in on one page. */
const MOST_NOTICES = 150;
const MOST_PUBLISHERS = 50;
/** Hundreds of answers come one by one: what is made of them is drawn anew for so many together. */
const TOGETHER = 60;

/** All that a case holds, read in full. */
export interface Gathered {
  readonly notices: readonly NoticeInFull[];
  readonly copies: ReadonlyMap<string, readonly Copy[]>;
  readonly publishers: readonly PublisherProfile[];
  readonly claims: readonly { readonly claim: Claim; readonly comparison: readonly ClaimComparison[] }[];
  /** Notices that claims of the case are about, and that it does not hold. */
  readonly beside: readonly NoticeInFull[];
  /** Notices of the case that were left out. */
  readonly left: number;
}

export interface Gathering {
  /** The same object until there is more to draw. */
  readonly data: Gathered;
  readonly isPending: boolean;
  /** The first of what could not be read; what is shown is then incomplete. */
  readonly error: Error | null;
  /** When the latest of it was read: what is shown is as it was then. Milliseconds since 1970; 0 before anything was. */
  readonly readAt: number;
  readonly again: () => void;
}

/** Reads the notices of a case, their copies, the publishers and the claims. */
export function useGathered(of: Case): Gathering {
  const every = noticeIdsOf(of);
  const held = new Set(every);
  const ids = every.slice(0, MOST_NOTICES);
  const publisherIds = of.items.flatMap(({ kind, id }) => (kind === 'publisher' ? [id] : [])).slice(0, MOST_PUBLISHERS);
  const notices = useQueries({ queries: ids.map((id) => noticeQuery(id)) });
  const copies = useQueries({ queries: ids.map((id) => asking('GET /api/v1/notices/:id/copies', { params: { id } })) });
  const publishers = useQueries({
    queries: publisherIds.map((id) => asking('GET /api/v1/publishers/:id', { params: { id } })),
  });
  const claims = useQuery(asking('GET /api/v1/cases/:id/claims', { params: { id: of.id } }));
  const about = new Set((claims.data?.items ?? []).flatMap(({ claim }) => claim.about));
  const others = [...about].filter((id) => !held.has(id)).slice(0, MOST_NOTICES);
  const beside = useQueries({ queries: others.map((id) => noticeQuery(id)) });
  const asked = [...notices, ...beside, ...copies, ...publishers, claims];
  const isPending = asked.some((one) => one.isPending);
  const answered = isPending
    ? Math.floor(asked.filter((one) => one.data !== undefined).length / TOGETHER)
    : asked.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  const stamp = `${of.id} ${of.version} ${String(isPending)} ${answered}`;
  const [drawn, setDrawn] = useState<{ readonly stamp: string; readonly data: Gathered }>();
  const data =
    drawn?.stamp === stamp
      ? drawn.data
      : {
          notices: notices.flatMap((one) => one.data ?? []),
          copies: new Map(copies.flatMap((one, place) => (one.data === undefined ? [] : [[ids[place] ?? '', one.data.items] as const]))),
          publishers: publishers.flatMap((one) => one.data ?? []),
          claims: claims.data?.items ?? [],
          beside: beside.flatMap((one) => one.data ?? []),
          left: every.length - ids.length,
        };
  if (drawn?.data !== data) setDrawn({ stamp, data });
  return {
    data,
    isPending,
    error: asked.find(({ error }) => error !== null)?.error ?? null,
    readAt: Math.max(0, ...asked.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    again: () => {
      for (const query of asked) if (query.error !== null) void query.refetch();
    },
  };
}
