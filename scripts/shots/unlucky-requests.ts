import type { Page } from 'playwright-core';

/** Who asks and what there is here are answered: the frame stands in any case. */
const FRAME = /\/api\/v1\/(?:me|desk|glossary)(?:\?|$)/;

/** What the page asks of the API is never answered. */
export async function holdRequests(page: Page): Promise<void> {
  await page.route(/\/api\/v1\//, (route) => (FRAME.test(route.request().url()) ? route.continue() : undefined));
}

/** What the page asks of the API is refused as a server refuses that has failed inside. */
export async function refuseRequests(page: Page): Promise<void> {
  await page.route(/\/api\/v1\//, (route) =>
    FRAME.test(route.request().url())
      ? route.continue()
      : route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: '/api/docs#error-internal',
            title: 'Something failed inside.',
            status: 500,
            code: 'internal',
            detail: 'the database is locked by another program; stop it, and try again',
            retry: 'never',
          }),
        }),
  );
}
