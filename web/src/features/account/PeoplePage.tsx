import { Icon } from '@/components/icons';
import { Panel, Screen } from '@/components/layout';
import { notify } from '@/components/notify';
import { PersonName } from '@/components/PersonName';
import { LoadingRows, ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { ActionIcon, Badge, Button, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddPersonDialog, ChangePersonDialog } from './PersonDialogs';
import { peopleQuery, type Account } from './requests/people';

const PersonRow = ({ account, onEdit }: { account: Account; onEdit: () => void }) => {
  const { t } = useTranslation();
  const { ago, moment } = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <PersonName name={account.name} email={account.email} />
      </Table.Th>
      <Table.Td>{account.is_admin ? <Badge>{t('people.admin')}</Badge> : t('people.member')}</Table.Td>
      <Table.Td>{t(account.disabled ? 'people.disabled' : 'people.active')}</Table.Td>
      <Table.Td title={moment(account.created_at)}>{ago(account.created_at)}</Table.Td>
      <Table.Td ta="right">
        <ActionIcon variant="subtle" aria-label={t('people.edit', { email: account.email })} onClick={onEdit}>
          <Icon name="pencil" />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
};

/** The accounts of this installation, for admins. */
export const PeoplePage = () => {
  const { t } = useTranslation();
  const people = useInfiniteQuery(peopleQuery);
  const [adding, addingIs] = useDisclosure(false);
  const [editing, setEditing] = useState<Account | null>(null);
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Screen
      title={t('people.title')}
      hint={t('people.hint')}
      actions={
        <Button leftSection={<Icon name="plus" size={16} />} onClick={addingIs.open}>
          {t('people.add')}
        </Button>
      }
    >
      {people.isPending && <LoadingRows />}
      {people.isError && <ProblemNote error={people.error} retry={people.refetch} />}
      {people.isSuccess && (
        <Panel title={t('people.title')}>
          <Table.ScrollContainer minWidth={560}>
            <Table aria-label={t('people.table')} verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  {(['person', 'kind', 'state', 'created'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`people.${column}`)}
                    </Table.Th>
                  ))}
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((account) => (
                  <PersonRow key={account.id} account={account} onEdit={() => setEditing(account)} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {people.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={people.isFetchingNextPage}
              onClick={() => void people.fetchNextPage()}
            >
              {t('action.more')}
            </Button>
          )}
        </Panel>
      )}
      {adding && (
        <AddPersonDialog
          onClose={addingIs.close}
          onAdded={(account) => {
            addingIs.close();
            notify(t('people.added', { email: account.email }));
          }}
        />
      )}
      {editing !== null && (
        <ChangePersonDialog
          account={editing}
          onClose={() => setEditing(null)}
          onChanged={(account) => {
            setEditing(null);
            notify(t('people.saved', { email: account.email }));
          }}
        />
      )}
    </Screen>
  );
};
