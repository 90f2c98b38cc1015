import { Panel, Screen } from '@/components/layout';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { auditQuery, type AuditEntry } from './requests/audit';

/** What was done, in words; an action or a detail that this page does not know keeps its own name. */
const useWords = () => {
  const { t, i18n } = useTranslation();
  return {
    action: (action: AuditEntry['action']) =>
      i18n.exists(`actions.${action}`) ? t(`actions.${action}`) : action,
    detail: ({ detail }: AuditEntry) =>
      Object.entries(detail)
        .map(([name, value]) => {
          const known = i18n.exists(`auditDetails.${name}`);
          const said = i18n.exists(`${name}.${value}`) ? t(`${name as 'role'}.${value as 'viewer'}`) : value;
          return `${known ? t(`auditDetails.${name as 'role'}`) : name}: ${said}`;
        })
        .join(', '),
  };
};

const EntryRow = ({ entry }: { entry: AuditEntry }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const words = useWords();
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(entry.at)}</Table.Td>
      <Table.Td>{entry.email ?? t('audit.nobody')}</Table.Td>
      <Table.Td>
        <span title={entry.action}>{words.action(entry.action)}</span>
      </Table.Td>
      <Table.Td>
        {entry.dataset_id !== null && (
          <Link to="/datasets/$id" params={{ id: entry.dataset_id }}>
            {entry.dataset_id}
          </Link>
        )}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words.detail(entry)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
};

/** Who did what, the newest first. For admins. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const audit = useInfiniteQuery(auditQuery);
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Screen title={t('audit.title')} hint={t('audit.hint')}>
      {audit.isPending && <LoadingRows />}
      {audit.isError && <ProblemNote error={audit.error} retry={audit.refetch} />}
      {audit.isSuccess && rows.length === 0 && <EmptyState icon="history" title={t('audit.empty')} />}
      {rows.length > 0 && (
        <Panel title={t('audit.table')}>
          <Table.ScrollContainer minWidth={640}>
            <Table aria-label={t('audit.table')} verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  {(['at', 'who', 'action', 'what'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`audit.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {audit.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={audit.isFetchingNextPage}
              onClick={() => void audit.fetchNextPage()}
            >
              {t('action.more')}
            </Button>
          )}
        </Panel>
      )}
    </Screen>
  );
};
