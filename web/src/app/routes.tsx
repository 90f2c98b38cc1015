import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { FORMATS, TASKS, VISIBILITIES } from '@/entities/dataset/dataset';
import { HAS } from '@/features/images/requests/images';
import { TILES, type ImagesSearch } from '@/features/images/search';
import { SEVERITIES } from '@/features/health/requests/problems';
import type { HealthSearch } from '@/features/health/search';
import { SORTS, type ListSearch } from '@/features/datasets/search';
import { Button } from '@mantine/core';
import { createRootRoute, createRoute, Link, redirect } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Root } from './Root';
import { present, text, word } from './search';
import { moreTexts } from '@/lib/i18n';

const NotFound = () => {
  const { t } = useTranslation();
  return (
    <EmptyState whole icon="search" title={t('state.notFound')} hint={t('state.notFoundHint')}>
      <Button component={Link} to="/datasets">
        {t('state.home')}
      </Button>
    </EmptyState>
  );
};

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ProblemNote error={error} retry={reset} />,
  pendingComponent: LoadingRows,
  /** `upload`: the dialog is open, for a new dataset or for the one that is named. */
  validateSearch: (search: Record<string, unknown>): { upload?: string } =>
    present({ upload: text(search, 'upload') }),
});

/** A screen beyond the first waits for its texts as for its code. */
const worded = async <Page,>(page: Promise<Page>) => {
  await moreTexts();
  return page;
};

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/datasets' });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    present({ next: text(search, 'next') }),
}).lazy(() => import('./pages/sign-in').then((page) => page.signInPage));

const datasets = createRoute({
  getParentRoute: () => root,
  path: '/datasets',
  validateSearch: (search: Record<string, unknown>): ListSearch =>
    present({
      q: text(search, 'q'),
      task: word(search, 'task', TASKS),
      format: word(search, 'format', FORMATS),
      visibility: word(search, 'visibility', VISIBILITIES),
      owner: word(search, 'owner', ['me']),
      tags: text(search, 'tags'),
      sort: word(search, 'sort', SORTS),
      open: text(search, 'open'),
      find: search['find'] === true ? true : undefined,
      create: search['create'] === true ? true : undefined,
    }),
}).lazy(() => import('./pages/datasets').then((page) => page.datasetsPage));

const trash = createRoute({ getParentRoute: () => root, path: '/trash' }).lazy(() =>
  import('./pages/trash').then((page) => page.trashPage),
);

const account = createRoute({ getParentRoute: () => root, path: '/account' }).lazy(() =>
  worded(import('./pages/account')).then((page) => page.accountPage),
);

const people = createRoute({ getParentRoute: () => root, path: '/people' }).lazy(() =>
  worded(import('./pages/people')).then((page) => page.peoplePage),
);

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    present({ next: text(search, 'next') }),
}).lazy(() => import('./pages/register').then((page) => page.registerPage));

const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  validateSearch: (search: Record<string, unknown>): { create?: true } =>
    present({ create: search['create'] === true ? (true as const) : undefined }),
}).lazy(() => worded(import('./pages/organizations')).then((page) => page.organizationsPage));

const organization = createRoute({ getParentRoute: () => root, path: '/organizations/$organization' }).lazy(
  () => worded(import('./pages/organizations')).then((page) => page.organizationPage),
);

const invitation = createRoute({ getParentRoute: () => root, path: '/invitation' }).lazy(() =>
  worded(import('./pages/invitation')).then((page) => page.invitationPage),
);

const audit = createRoute({ getParentRoute: () => root, path: '/audit' }).lazy(() =>
  worded(import('./pages/audit')).then((page) => page.auditPage),
);

const installation = createRoute({ getParentRoute: () => root, path: '/settings' }).lazy(() =>
  worded(import('./pages/settings')).then((page) => page.settingsPage),
);

const dataset = createRoute({ getParentRoute: () => root, path: '/datasets/$id' }).lazy(() =>
  import('./pages/dataset').then((page) => page.layout),
);

const overview = createRoute({ getParentRoute: () => dataset, path: '/' }).lazy(() =>
  import('./pages/dataset').then((page) => page.overview),
);

const files = createRoute({
  getParentRoute: () => dataset,
  path: '/files',
  validateSearch: (search: Record<string, unknown>): { prefix?: string } =>
    present({ prefix: text(search, 'prefix') }),
}).lazy(() => import('./pages/dataset').then((page) => page.files));

const images = createRoute({
  getParentRoute: () => dataset,
  path: '/images',
  validateSearch: (search: Record<string, unknown>): ImagesSearch =>
    present({
      split: search['split'] === '' ? '' : text(search, 'split'),
      class: text(search, 'class'),
      has: word(search, 'has', HAS),
      boxes: word(search, 'boxes', ['off']),
      tile: word(search, 'tile', TILES),
      image: text(search, 'image') ?? text(search, 'path'),
    }),
}).lazy(() => worded(import('./pages/images')).then((page) => page.images));

const health = createRoute({
  getParentRoute: () => dataset,
  path: '/health',
  validateSearch: (search: Record<string, unknown>): HealthSearch =>
    present({ severity: word(search, 'severity', SEVERITIES), kind: text(search, 'kind') }),
}).lazy(() => worded(import('./pages/health')).then((page) => page.health));

const history = createRoute({ getParentRoute: () => dataset, path: '/history' }).lazy(() =>
  import('./pages/dataset').then((page) => page.history),
);

const share = createRoute({ getParentRoute: () => dataset, path: '/share' }).lazy(() =>
  worded(import('./pages/dataset')).then((page) => page.share),
);

const settings = createRoute({ getParentRoute: () => dataset, path: '/settings' }).lazy(() =>
  import('./pages/dataset').then((page) => page.settings),
);

/** Every screen and its address. What stands behind `?` is checked here and nowhere else. */
export const routes = root.addChildren([
  index,
  signIn,
  datasets,
  trash,
  account,
  people,
  register,
  organizations,
  organization,
  invitation,
  installation,
  audit,
  dataset.addChildren([overview, images, health, files, history, share, settings]),
]);
