import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { takePlace } from './acts/come-back.ts';
import { Pending } from './parts/pending.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { addressOfCase, addressOfCases } from './screens/cases/address.ts';
import { addressOfCatalogue } from './screens/catalogue/address.ts';
import { addressOfInbox } from './screens/inbox/address.ts';
import { addressOfLists } from './screens/lists/address.ts';
import { addressOfNotice } from './screens/notice/address.ts';
import { addressOfPublishers } from './screens/publishers/address.ts';
import { addressOfScreening } from './screens/screening/address.ts';
import { addressOfSearch } from './screens/search/address.ts';
import { addressOfSettings } from './screens/settings/address.ts';
import { addressOfSources } from './screens/sources/address.ts';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = () => root;

const routes = [
  createRoute({
    getParentRoute: under,
    path: '/',
    beforeLoad: () => {
      const place = takePlace();
      // oxlint-disable-next-line typescript/only-throw-error -- how the router is told
      throw redirect({ to: '/inbox', ...(place === undefined ? {} : { href: place }), replace: true });
    },
  }),
  createRoute({
    getParentRoute: under,
    path: '/inbox',
    validateSearch: addressOfInbox,
    loaderDeps: ({ search: { q, view, sort } }) => ({ q, view, sort }),
    loader: async ({ deps }) => (await import('./screens/inbox/first-rows.ts')).readFirstRows(deps),
    component: lazyRouteComponent(() => import('./screens/inbox/inbox.tsx'), 'Inbox'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/notices/$id',
    validateSearch: addressOfNotice,
    component: lazyRouteComponent(() => import('./screens/notice/notice-page.tsx'), 'NoticePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/search',
    validateSearch: addressOfSearch,
    component: lazyRouteComponent(() => import('./screens/search/search.tsx'), 'SearchScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/cases',
    validateSearch: addressOfCases,
    component: lazyRouteComponent(() => import('./screens/cases/cases.tsx'), 'Cases'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/cases/$id',
    validateSearch: addressOfCase,
    component: lazyRouteComponent(() => import('./screens/cases/case-page.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/screening',
    validateSearch: addressOfScreening,
    component: lazyRouteComponent(() => import('./screens/screening/screening.tsx'), 'Screening'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/sources',
    validateSearch: addressOfSources,
    component: lazyRouteComponent(() => import('./screens/sources/sources.tsx'), 'Sources'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/lists',
    validateSearch: addressOfLists,
    component: lazyRouteComponent(() => import('./screens/lists/lists.tsx'), 'Lists'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/catalogue',
    validateSearch: addressOfCatalogue,
    component: lazyRouteComponent(() => import('./screens/catalogue/catalogue.tsx'), 'Catalogue'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/publishers',
    validateSearch: addressOfPublishers,
    component: lazyRouteComponent(() => import('./screens/publishers/publishers.tsx'), 'Publishers'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/settings',
    validateSearch: addressOfSettings,
    component: lazyRouteComponent(() => import('./screens/settings/settings.tsx'), 'Settings'),
  }),
] as const;

/** The addresses of the desk. Each says all that is shown: which notice, tab and filter; a link opens the same view for a colleague. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPendingComponent: Pending,
  defaultErrorComponent: ({ error, reset }) => <ProblemNote error={error} again={reset} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
