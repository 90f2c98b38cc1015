import type { Column } from '@/components/VirtualTable';
import type { ListedDataset } from '@/entities/dataset/dataset';
import { FormatLabel, RoleLabel, TaskBadge, VisibilityLabel } from '@/entities/dataset/labels';
import type { Sort } from '@/entities/dataset/list-datasets';
import { useFormat } from '@/lib/format';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './datasets.module.css';

/** The order each column offers: first what a first click gives. */
const ORDERS = {
  name: ['name', 'name_down'],
  numImages: ['most_images', 'fewest_images'],
  size: ['largest', 'smallest'],
  updated: ['updated', 'updated'],
} as const satisfies Record<string, readonly [Sort, Sort]>;

const ASCENDING: readonly Sort[] = ['name', 'fewest_images', 'smallest', 'oldest'];

const sorting = (column: keyof typeof ORDERS, sort: Sort, onSort: (sort: Sort) => void) => {
  const [first, second] = ORDERS[column];
  const mine = sort === first || sort === second;
  const now = !mine ? 'none' : ASCENDING.includes(sort) ? 'ascending' : 'descending';
  return { now, turn: () => onSort(sort === first ? second : first) } as const;
};

export const useColumns = (signedIn: boolean, sort: Sort, onSort: (sort: Sort) => void) => {
  const { t } = useTranslation();
  const { number, megabytes, ago } = useFormat();
  return useMemo((): Column<ListedDataset>[] => {
    const columns: Column<ListedDataset>[] = [
      {
        key: 'name',
        header: t('datasets.list.name'),
        width: 'minmax(240px, 1fr)',
        sort: sorting('name', sort, onSort),
        cell: (row) => (
          <a href={`/datasets/${row.id}`} className={classes.name}>
            <strong>{row.name}</strong>
            <small>{row.id}</small>
          </a>
        ),
      },
      {
        key: 'task',
        header: t('datasets.list.task'),
        width: '132px',
        cell: (row) => <TaskBadge task={row.task_type} />,
      },
      {
        key: 'format',
        header: t('datasets.list.format'),
        width: '108px',
        cell: (row) => <FormatLabel format={row.format} />,
      },
      {
        key: 'images',
        header: t('datasets.list.numImages'),
        width: '92px',
        align: 'end',
        sort: sorting('numImages', sort, onSort),
        cell: (row) => number(row.num_items),
      },
      {
        key: 'classes',
        header: t('datasets.list.classes'),
        width: '70px',
        align: 'end',
        cell: (row) => number(row.num_classes),
      },
      {
        key: 'size',
        header: t('datasets.list.size'),
        width: '92px',
        align: 'end',
        sort: sorting('size', sort, onSort),
        cell: (row) => megabytes(row.size_mb),
      },
      {
        key: 'visibility',
        header: t('datasets.list.visibility'),
        width: '116px',
        cell: (row) => <VisibilityLabel visibility={row.visibility} />,
      },
      {
        key: 'role',
        header: t('datasets.list.role'),
        width: '76px',
        cell: (row) => <RoleLabel role={row.role} />,
      },
      {
        key: 'version',
        header: t('datasets.list.version'),
        width: '64px',
        cell: (row) => `v${row.version}`,
      },
      {
        key: 'updated',
        header: t('datasets.list.updated'),
        width: '112px',
        sort: sorting('updated', sort, onSort),
        cell: (row) => ago(row.updated_at),
      },
    ];
    return signedIn ? columns : columns.filter((column) => column.key !== 'role');
    // The formatters change with the language, as t does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, sort, onSort, signedIn]);
};
