import { CopyLine } from '@/components/copy';
import { Panel } from '@/components/layout';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { useFormat } from '@/lib/format';
import { Badge, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { historyQuery, type Commit } from './history';
import classes from './history.module.css';

const useKind = () => {
  const { t, i18n } = useTranslation();
  return (kind: string) =>
    t(`dataset.history.kind.${(i18n.exists(`dataset.history.kind.${kind}`) ? kind : 'other') as 'other'}`);
};

const Change = ({ commit, current }: { commit: Commit; current: boolean }) => {
  const { t } = useTranslation();
  const { ago, moment } = useFormat();
  const kind = useKind();
  return (
    <li className={classes.commit} data-current={current || undefined}>
      <div className={classes.line}>
        <strong>{kind(commit.kind)}</strong>
        <span className={classes.by}>
          {commit.author === '' ? t('dataset.history.system') : commit.author} ·{' '}
          <time dateTime={commit.at} title={moment(commit.at)}>
            {ago(commit.at)}
          </time>
        </span>
        {current && <Badge size="sm">{t('dataset.history.current')}</Badge>}
      </div>
      {commit.message !== '' && <p className={classes.message}>{commit.message}</p>}
      <div className={classes.counts}>
        {commit.added > 0 && (
          <span className={classes.added}>{t('dataset.history.added', { count: commit.added })}</span>
        )}
        {commit.changed > 0 && (
          <span className={classes.changed}>{t('dataset.history.changed', { count: commit.changed })}</span>
        )}
        {commit.removed > 0 && (
          <span className={classes.removed}>{t('dataset.history.removed', { count: commit.removed })}</span>
        )}
        <span className={classes.generation}>
          {t('dataset.history.generation', { generation: commit.generation })}
        </span>
      </div>
      <div className={classes.hash}>
        <CopyLine value={commit.content_hash} label={t('action.copy')} />
      </div>
    </li>
  );
};

/** How the dataset came to be what it is, newest first. */
export const HistoryTab = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const history = useInfiniteQuery(historyQuery(dataset.id));
  if (history.isPending) return <LoadingRows rows={5} height={80} />;
  if (history.isError) return <ProblemNote error={history.error} retry={history.refetch} />;
  const commits = history.data.pages.flatMap((page) => page.rows);
  if (commits.length === 0) return <EmptyState icon="history" title={t('dataset.history.empty')} />;
  return (
    <Panel title={t('dataset.history.list')}>
      <ol className={classes.commits} aria-label={t('dataset.history.list')}>
        {commits.map((commit) => (
          <Change
            key={commit.generation}
            commit={commit}
            current={commit.generation === dataset.generation}
          />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </Panel>
  );
};
