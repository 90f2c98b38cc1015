import { Icon } from '@/components/icons';
import { Panel, Screen } from '@/components/layout';
import { notify } from '@/components/notify';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trashQuery, useRestore, type TrashedDataset } from './requests/trash';

const Row = ({ dataset }: { dataset: TrashedDataset }) => {
  const { t } = useTranslation();
  const { number, megabytes, ago, moment } = useFormat();
  const restore = useRestore((name) => notify(t('datasets.trash.restored', { name })));
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row">
          {dataset.name}
          <Text size="xs" c="dimmed" ff="monospace">
            {dataset.id}
          </Text>
        </Table.Th>
        <Table.Td ta="right">{number(dataset.num_items)}</Table.Td>
        <Table.Td ta="right">{megabytes(dataset.size_mb)}</Table.Td>
        <Table.Td title={moment(dataset.deleted_at)}>{ago(dataset.deleted_at)}</Table.Td>
        <Table.Td ta="right">
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="restore" size={16} />}
            loading={restore.isPending}
            onClick={() => restore.mutate(dataset.id)}
          >
            {t('datasets.trash.restore')}
          </Button>
        </Table.Td>
      </Table.Tr>
      {restore.isError && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <ProblemNote error={restore.error} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
};

/** What was deleted and can be brought back. */
export const TrashPage = () => {
  const { t } = useTranslation();
  const trash = useInfiniteQuery(trashQuery);
  const rows = trash.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Screen title={t('datasets.trash.title')} hint={t('datasets.trash.hint')}>
      {trash.isPending && <LoadingRows rows={4} />}
      {trash.isError && <ProblemNote error={trash.error} retry={trash.refetch} />}
      {trash.isSuccess && rows.length === 0 && (
        <EmptyState icon="trash" title={t('datasets.trash.empty')} hint={t('datasets.trash.emptyHint')} />
      )}
      {rows.length > 0 && (
        <Panel title={t('datasets.list.title')}>
          <Table.ScrollContainer minWidth={600}>
            <Table aria-label={t('datasets.trash.table')} verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('datasets.list.name')}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('datasets.list.numImages')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('datasets.list.size')}
                  </Table.Th>
                  <Table.Th scope="col">{t('datasets.trash.deleted')}</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((dataset) => (
                  <Row key={dataset.id} dataset={dataset} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {trash.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={trash.isFetchingNextPage}
              onClick={() => void trash.fetchNextPage()}
            >
              {t('action.more')}
            </Button>
          )}
        </Panel>
      )}
    </Screen>
  );
};
