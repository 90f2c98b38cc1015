import { Confirm } from '@/components/confirm';
import { Icon } from '@/components/icons';
import { Panel } from '@/components/layout';
import { notify } from '@/components/notify';
import { PersonName } from '@/components/PersonName';
import { LoadingRows, ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { useFormat } from '@/lib/format';
import { ActionIcon, Badge, Select, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GrantForm } from './GrantForm';
import { useGrantedRoles } from './roles';
import { permissionsQuery, useGrant, useRevoke, type Permission } from './requests/permissions';

const RoleSelect = ({ dataset, grant }: { dataset: Dataset; grant: Permission }) => {
  const { t } = useTranslation();
  const roles = useGrantedRoles();
  const change = useGrant(dataset.id, (now) =>
    notify(t('share.granted', { email: now.email, role: t(`role.${now.role}`) })),
  );
  return (
    <>
      <Select
        size="xs"
        w={120}
        allowDeselect={false}
        aria-label={t('share.changeRole', { email: grant.email })}
        disabled={change.isPending}
        data={roles}
        value={grant.role}
        onChange={(role) => {
          if (role === 'viewer' || role === 'editor') change.mutate({ user_id: grant.user_id, role });
        }}
      />
      {change.isError && <ProblemNote error={change.error} />}
    </>
  );
};

const GrantRow = ({
  dataset,
  grant,
  me,
  onRevoke,
}: {
  dataset: Dataset;
  grant: Permission;
  me: boolean;
  onRevoke: () => void;
}) => {
  const { t } = useTranslation();
  const { ago, moment } = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <PersonName name={grant.name} email={grant.email} /> {me && <Badge size="xs">{t('share.you')}</Badge>}
      </Table.Th>
      <Table.Td>
        {grant.role === 'owner' ? t('role.owner') : <RoleSelect dataset={dataset} grant={grant} />}
      </Table.Td>
      <Table.Td title={moment(grant.granted_at)}>{ago(grant.granted_at)}</Table.Td>
      <Table.Td ta="right">
        {grant.role !== 'owner' && (
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('share.revoke', { email: grant.email })}
            onClick={onRevoke}
          >
            <Icon name="x" />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** With whom a dataset is shared, for its owner. */
export const PeopleAndRoles = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const user = useUser();
  const grants = useQuery(permissionsQuery(dataset.id));
  const [revoking, setRevoking] = useState<Permission | null>(null);
  const revoke = useRevoke(dataset.id, () => {
    notify(t('share.revoked', { email: revoking?.email ?? '' }));
    setRevoking(null);
  });
  return (
    <Panel title={t('share.title')}>
      <GrantForm dataset={dataset} />
      {grants.isPending && <LoadingRows rows={3} />}
      {grants.isError && <ProblemNote error={grants.error} retry={grants.refetch} />}
      {grants.isSuccess && (
        <Table.ScrollContainer minWidth={460}>
          <Table aria-label={t('share.table')} verticalSpacing="sm" mt="md">
            <Table.Thead>
              <Table.Tr>
                {(['person', 'role', 'since'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`share.${column}`)}
                  </Table.Th>
                ))}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {grants.data.map((grant) => (
                <GrantRow
                  key={grant.user_id}
                  dataset={dataset}
                  grant={grant}
                  me={grant.user_id === user?.id}
                  onRevoke={() => setRevoking(grant)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Confirm
        opened={revoking !== null}
        title={t('share.revokeTitle')}
        text={t('share.revokeText', { email: revoking?.email ?? '' })}
        submit={t('share.revokeSubmit')}
        busy={revoke.isPending}
        error={revoke.error}
        onSubmit={() => {
          if (revoking !== null) revoke.mutate(revoking.user_id);
        }}
        onClose={() => setRevoking(null)}
      />
    </Panel>
  );
};
