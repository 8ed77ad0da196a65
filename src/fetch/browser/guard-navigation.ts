import type { CDPSession } from 'playwright-core';

import type { BrowserRequest } from './browser-visit.ts';

/** A page that sends itself elsewhere again and again is stopped. */
const MOST_NAVIGATIONS = 20;

/**
 * Holds each navigation of the main frame, redirects too, until it is known whether the page may go there: robots.txt speaks of pages, and what a
 * page loads is the page's matter, as in any browser.
 */
export async function guardNavigation(
  session: CDPSession,
  request: Pick<BrowserRequest, 'mayNavigate'>,
): Promise<{ readonly forbidden: () => string | undefined }> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const main = frameTree.frame.id;
  let forbidden: string | undefined;
  let count = 0;
  session.on('Fetch.requestPaused', ({ requestId, frameId, request: { url } }) => {
    const decide = async (): Promise<void> => {
      if (frameId === main && /^https?:/.test(url)) {
        count += 1;
        const why =
          count > MOST_NAVIGATIONS
            ? `the page went elsewhere more than ${MOST_NAVIGATIONS} times`
            : await request.mayNavigate(new URL(url));
        if (why !== undefined) {
          forbidden = why;
          // The page that is there stays, as where a link is not followed.
          await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
          return;
        }
      }
      await session.send('Fetch.continueRequest', { requestId });
    };
    // The page may be gone by now.
    decide().catch(() => undefined);
  });
  // Nobody is there to log in: what the site says without is what is kept.
  session.on('Fetch.authRequired', ({ requestId }) => {
    session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse: { response: 'CancelAuth' } }).catch(() => undefined);
  });
  await session.send('Fetch.enable', {
    patterns: [{ resourceType: 'Document', requestStage: 'Request' }],
    handleAuthRequests: true,
  });
  return { forbidden: () => forbidden };
}
