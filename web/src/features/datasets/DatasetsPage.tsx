import { Icon } from '@/components/icons';
import { later } from '@/components/lazy';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { VirtualTable } from '@/components/VirtualTable';
import { datasetsQuery, type Sort } from '@/entities/dataset/list-datasets';
import { useUser } from '@/entities/session/session';
import { Button, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useColumns } from './columns';
import classes from './datasets.module.css';
import { Filters, type ChangeSearch } from './Filters';
import { DEFAULT_SORT, filterOf, isFiltered, type ListSearch } from './search';

const CreateDialog = later(async () => (await import('./CreateDialog')).CreateDialog);
const DatasetDrawer = later(async () => (await import('./DatasetDrawer')).DatasetDrawer);

interface Props {
  search: ListSearch;
  onChange: ChangeSearch;
  onUpload: () => void;
  onAddFiles: (id: string) => void;
  onShow: (id: string) => void;
}

const Totals = ({ totals }: { totals: { count: number; images: number } | null | undefined }) => {
  const { t } = useTranslation();
  if (totals === null || totals === undefined) return null;
  return (
    <p className={classes.totals} style={{ margin: 0 }} data-testid="totals">
      <span>{t('datasets.list.totals', { count: totals.count })}</span>
      <span>{t('datasets.list.images', { count: totals.images })}</span>
    </p>
  );
};

const Nothing = ({
  filtered,
  onChange,
  onUpload,
}: Pick<Props, 'onChange' | 'onUpload'> & { filtered: boolean }) => {
  const { t } = useTranslation();
  const user = useUser();
  if (filtered)
    return (
      <EmptyState icon="search" title={t('datasets.list.noMatch')} hint={t('datasets.list.noMatchHint')} />
    );
  if (user === null)
    return (
      <EmptyState icon="database" title={t('datasets.list.empty')} hint={t('datasets.list.emptyGuest')} />
    );
  return (
    <EmptyState icon="database" title={t('datasets.list.empty')} hint={t('datasets.list.emptyHint')}>
      <Button leftSection={<Icon name="upload" />} onClick={onUpload}>
        {t('datasets.list.emptyAction')}
      </Button>
      <Button variant="default" onClick={() => onChange({ create: true })}>
        {t('action.create')}
      </Button>
    </EmptyState>
  );
};

const List = ({ search, onChange, onUpload }: Pick<Props, 'search' | 'onChange' | 'onUpload'>) => {
  const { t } = useTranslation();
  const signedIn = useUser() !== null;
  const datasets = useInfiniteQuery({
    ...datasetsQuery(filterOf(search)),
    placeholderData: keepPreviousData,
  });
  const sort = useCallback(
    (to: Sort) => onChange({ sort: to === DEFAULT_SORT ? undefined : to }),
    [onChange],
  );
  const open = useCallback((id: string) => onChange({ open: id }), [onChange]);
  const columns = useColumns(signedIn, search.sort ?? DEFAULT_SORT, sort);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = datasets;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (datasets.isPending) return <LoadingRows rows={10} />;
  if (datasets.isError) return <ProblemNote error={datasets.error} retry={datasets.refetch} />;
  const rows = datasets.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return <Nothing filtered={isFiltered(search)} onChange={onChange} onUpload={onUpload} />;
  }
  return (
    <VirtualTable
      label={t('datasets.list.table')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      rowHeight={50}
      minWidth={signedIn ? 1230 : 1140}
      chosen={search.open}
      onOpen={open}
      onEnd={more}
    />
  );
};

/** Every dataset that the person may see: the first screen, and an admin's panel. */
export const DatasetsPage = ({ search, onChange, onUpload, onAddFiles, onShow }: Props) => {
  const { t } = useTranslation();
  const user = useUser();
  const totals = useInfiniteQuery({ ...datasetsQuery(filterOf(search)), placeholderData: keepPreviousData })
    .data?.pages[0]?.totals;
  return (
    <section className={classes.screen}>
      <header className={classes.top}>
        <div className={classes.totals}>
          <Title order={1} size="h3">
            {t('datasets.list.title')}
          </Title>
          <Totals totals={totals} />
        </div>
        {user !== null && (
          <div className={classes.filters}>
            <Button
              variant="default"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => onChange({ create: true })}
            >
              {t('action.create')}
            </Button>
            <Button leftSection={<Icon name="upload" />} onClick={onUpload}>
              {t('action.upload')}
            </Button>
          </div>
        )}
      </header>
      <Filters search={search} signedIn={user !== null} onChange={onChange} />
      <List search={search} onChange={onChange} onUpload={onUpload} />
      {search.open !== undefined && (
        <DatasetDrawer
          id={search.open}
          onClose={() => onChange({ open: undefined })}
          onShow={onShow}
          onAddFiles={onAddFiles}
        />
      )}
      {search.create === true && user !== null && (
        <CreateDialog
          admin={user.is_admin}
          onClose={() => onChange({ create: undefined })}
          onCreated={(id) => onShow(id)}
        />
      )}
    </section>
  );
};
