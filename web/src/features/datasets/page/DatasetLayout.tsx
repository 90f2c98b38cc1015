import { Icon, type IconName } from '@/components/icons';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { mayEdit, type Dataset } from '@/entities/dataset/dataset';
import { FormatLabel, Tag, TaskBadge, VisibilityLabel } from '@/entities/dataset/labels';
import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import { Problem } from '@/lib/problem';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

const TABS = [
  ['overview', '/datasets/$id', 'database'],
  ['images', '/datasets/$id/images', 'image'],
  ['health', '/datasets/$id/health', 'activity'],
  ['files', '/datasets/$id/files', 'folder'],
  ['history', '/datasets/$id/history', 'history'],
  ['share', '/datasets/$id/share', 'share'],
  ['settings', '/datasets/$id/settings', 'settings'],
] as const satisfies readonly (readonly [string, string, IconName])[];

const Tabs = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const user = useUser();
  const mine = TABS.filter(([name]) => {
    if (name === 'settings') return mayEdit(dataset, user);
    return user !== null || (name !== 'history' && name !== 'share');
  });
  return (
    <nav aria-label={t('dataset.tabs.label')} className={classes.tabs}>
      {mine.map(([name, to, icon]) => (
        <Link
          key={name}
          to={to}
          params={{ id: dataset.id }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          <Icon name={icon} size={16} />
          {t(`dataset.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
};

const Head = ({ dataset, onAddFiles }: { dataset: Dataset; onAddFiles: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <header className={classes.head}>
      <div className={classes.names}>
        <div className={classes.crumb}>
          <Link to="/datasets">{t('nav.datasets')}</Link>
          <Icon name="chevron" size={14} />
        </div>
        <Title order={1} size="h3">
          {dataset.name}
        </Title>
        <div className={classes.labels}>
          <TaskBadge task={dataset.task_type} />
          <FormatLabel format={dataset.format} />
          <VisibilityLabel visibility={dataset.visibility} />
          <span>{t('dataset.head.version', { version: dataset.version })}</span>
          {dataset.tags.map((tag) => (
            <Tag key={tag} tag={tag} />
          ))}
        </div>
      </div>
      {mayEdit(dataset, user) && (
        <Button leftSection={<Icon name="upload" />} onClick={onAddFiles}>
          {t('dataset.head.addFiles')}
        </Button>
      )}
    </header>
  );
};

const isMissing = (error: unknown) => error instanceof Problem && error.status === 404;

/** It is gone, or was never there for this person: the server does not tell which, and neither do we. */
const Missing = () => {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <EmptyState whole icon="search" title={t('problems.dataset_not_found')}>
      {user === null && (
        <Button component={Link} to="/sign-in">
          {t('action.signIn')}
        </Button>
      )}
      <Button component={Link} to="/datasets" variant="default">
        {t('state.home')}
      </Button>
    </EmptyState>
  );
};

/** A dataset's name and tabs around one of its screens. */
export const DatasetLayout = ({
  id,
  onAddFiles,
  children,
}: {
  id: string;
  onAddFiles: () => void;
  children: ReactNode;
}) => {
  const dataset = useQuery(datasetQuery(id));
  return (
    <article className={classes.page}>
      {dataset.isPending && <LoadingRows rows={6} />}
      {dataset.isError &&
        (isMissing(dataset.error) ? (
          <Missing />
        ) : (
          <ProblemNote error={dataset.error} retry={dataset.refetch} />
        ))}
      {dataset.isSuccess && (
        <>
          <Head dataset={dataset.data} onAddFiles={onAddFiles} />
          <Tabs dataset={dataset.data} />
          {children}
        </>
      )}
    </article>
  );
};
