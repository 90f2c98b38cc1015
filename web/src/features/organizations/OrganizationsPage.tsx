import { Icon } from '@/components/icons';
import { Panel, Screen } from '@/components/layout';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { organizationsQuery, type Organization } from '@/entities/organization/list-organizations';
import { useUser } from '@/entities/session/session';
import { Badge, Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const Row = ({ organization }: { organization: Organization }) => {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link to="/organizations/$organization" params={{ organization: String(organization.id) }}>
          <bdi>{organization.name}</bdi>
        </Link>
      </Table.Th>
      <Table.Td>
        {organization.role === 'admin' ? (
          <Badge>{t('position.admin')}</Badge>
        ) : (
          t(`position.${organization.role}`)
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** The teams that somebody is in; an admin of the installation sees all of them. */
export const OrganizationsPage = ({ onCreate }: { onCreate: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  const organizations = useQuery(organizationsQuery);
  const create = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={onCreate}>
      {t('organizations.create')}
    </Button>
  );
  const none = organizations.data?.length === 0;
  return (
    <Screen
      title={t('organizations.title')}
      hint={t(user?.is_admin === true ? 'organizations.hintAdmin' : 'organizations.hint')}
      actions={none ? undefined : create}
    >
      {organizations.isPending && <LoadingRows />}
      {organizations.isError && <ProblemNote error={organizations.error} retry={organizations.refetch} />}
      {none && (
        <EmptyState icon="building" title={t('organizations.empty')} hint={t('organizations.emptyHint')}>
          {create}
        </EmptyState>
      )}
      {organizations.isSuccess && !none && (
        <Panel title={t('organizations.title')}>
          <Table aria-label={t('organizations.table')} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('organizations.name')}</Table.Th>
                <Table.Th scope="col">{t('organizations.mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {organizations.data.map((organization) => (
                <Row key={organization.id} organization={organization} />
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
      )}
    </Screen>
  );
};
