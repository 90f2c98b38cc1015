import { Confirm } from '@/components/confirm';
import { CopyLine } from '@/components/copy';
import { EmailAndRole } from '@/components/EmailAndRole';
import { Icon } from '@/components/icons';
import { Panel } from '@/components/layout';
import { notify } from '@/components/notify';
import { LoadingRows, ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { useFormat } from '@/lib/format';
import { ActionIcon, CloseButton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  invitationsQuery,
  useInvite,
  useWithdraw,
  type Invitation,
  type NewInvitation,
} from './requests/invitations';
import { permissionsQuery } from './requests/permissions';
import { useGrantedRoles } from './roles';
import classes from './sharing.module.css';

/** The link itself: no other answer of the server tells it. */
const Made = ({ made, onClose }: { made: NewInvitation; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.made} role="status">
      <div className={classes.madeHead}>
        <strong>{t('invitations.madeTitle', { email: made.email })}</strong>
        <CloseButton size="sm" aria-label={t('action.close')} onClick={onClose} />
      </div>
      <p>{t('invitations.madeHint')}</p>
      <CopyLine value={made.url} label={t('invitations.copy')} />
    </div>
  );
};

/** Who made an invitation: I, somebody with a role here, or else an admin. */
const useInviter = (dataset: Dataset) => {
  const { t } = useTranslation();
  const user = useUser();
  const grants = useQuery(permissionsQuery(dataset.id));
  return ({ invited_by }: Invitation) => {
    if (invited_by !== null && invited_by === user?.id) return t('share.you');
    return grants.data?.find(({ user_id }) => user_id === invited_by)?.email ?? t('invitations.byOther');
  };
};

const Row = ({
  invitation,
  inviter,
  onWithdraw,
}: {
  invitation: Invitation;
  inviter: string;
  onWithdraw: () => void;
}) => {
  const { t } = useTranslation();
  const { ago, moment } = useFormat();
  const { email, role, created_at, expires_at } = invitation;
  return (
    <Table.Tr>
      <Table.Th scope="row">{email}</Table.Th>
      <Table.Td>{t(`role.${role}`)}</Table.Td>
      <Table.Td title={moment(created_at)}>
        {inviter}
        <Text size="xs" c="dimmed">
          {ago(created_at)}
        </Text>
      </Table.Td>
      <Table.Td title={moment(expires_at)}>{ago(expires_at)}</Table.Td>
      <Table.Td ta="right">
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('invitations.withdraw', { email })}
          onClick={onWithdraw}
        >
          <Icon name="x" />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
};

const Open = ({ dataset, invitations }: { dataset: Dataset; invitations: readonly Invitation[] }) => {
  const { t } = useTranslation();
  const inviterOf = useInviter(dataset);
  const [ending, setEnding] = useState<Invitation | null>(null);
  const withdraw = useWithdraw(dataset.id, () => {
    notify(t('invitations.withdrawn', { email: ending?.email ?? '' }));
    setEnding(null);
  });
  return (
    <>
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={t('invitations.table')} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['for', 'role', 'by', 'ends'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`invitations.column.${column}`)}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invitations.map((invitation) => (
              <Row
                key={invitation.id}
                invitation={invitation}
                inviter={inviterOf(invitation)}
                onWithdraw={() => setEnding(invitation)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Confirm
        opened={ending !== null}
        title={t('invitations.withdrawTitle')}
        text={t('invitations.withdrawText', { email: ending?.email ?? '' })}
        submit={t('invitations.withdrawSubmit')}
        busy={withdraw.isPending}
        error={withdraw.error}
        onSubmit={() => {
          if (ending !== null) withdraw.mutate(ending.id);
        }}
        onClose={() => {
          setEnding(null);
          withdraw.reset();
        }}
      />
    </>
  );
};

/** Links for people who may have no account yet: made, listed, and ended before their time. */
export const Invitations = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const roles = useGrantedRoles();
  const invitations = useQuery(invitationsQuery(dataset.id));
  const [made, setMade] = useState<NewInvitation | null>(null);
  const invite = useInvite(dataset.id, setMade);
  return (
    <Panel title={t('invitations.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('invitations.hint')}
      </Text>
      <EmailAndRole
        label={t('invitations.email')}
        roles={roles}
        submit={t('invitations.create')}
        busy={invite.isPending}
        error={invite.error}
        onSubmit={(email, role, taken) => invite.mutate({ email, role }, { onSuccess: taken })}
      />
      {made !== null && <Made made={made} onClose={() => setMade(null)} />}
      {invitations.isPending && <LoadingRows rows={2} />}
      {invitations.isError && <ProblemNote error={invitations.error} retry={invitations.refetch} />}
      {invitations.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('invitations.none')}
        </Text>
      )}
      {invitations.isSuccess && invitations.data.length > 0 && (
        <Open dataset={dataset} invitations={invitations.data} />
      )}
    </Panel>
  );
};
