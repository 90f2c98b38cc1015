import { Confirm } from '@/components/confirm';
import { Icon } from '@/components/icons';
import { Panel, Screen } from '@/components/layout';
import { notify } from '@/components/notify';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { organizationsQuery } from '@/entities/organization/list-organizations';
import type { User } from '@/entities/session/session';
import { asProblem } from '@/lib/problem';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddMember, MemberTable } from './Members';
import { membersQuery, useDismiss, type Member } from './requests/members';

const Leave = ({ organization, me, onLeft }: { organization: number; me: number; onLeft: () => void }) => {
  const { t } = useTranslation();
  const [asked, askedIs] = useDisclosure(false);
  const leave = useDismiss(organization, () => {
    notify(t('organizations.left'));
    onLeft();
  });
  return (
    <>
      <Button variant="default" leftSection={<Icon name="leave" size={16} />} onClick={askedIs.open}>
        {t('organizations.leave')}
      </Button>
      <Confirm
        opened={asked}
        title={t('organizations.leave')}
        text={t('organizations.leaveText')}
        submit={t('share.leaveSubmit')}
        busy={leave.isPending}
        error={leave.error}
        onSubmit={() => leave.mutate(me)}
        onClose={() => {
          askedIs.close();
          leave.reset();
        }}
      />
    </>
  );
};

/** One team: who is in it, and for its admins who shall be. */
export const OrganizationPage = ({
  organization,
  user,
  onLeft,
}: {
  organization: number;
  user: User;
  onLeft: () => void;
}) => {
  const { t } = useTranslation();
  const known = useQuery(organizationsQuery);
  const members = useQuery(membersQuery(organization));
  const [dismissing, setDismissing] = useState<Member | null>(null);
  const dismiss = useDismiss(organization, () => {
    notify(t('organizations.dismissed', { email: dismissing?.email ?? '' }));
    setDismissing(null);
  });
  if (members.isError && asProblem(members.error).status === 404) {
    return (
      <EmptyState
        whole
        icon="building"
        title={t('organizations.missing')}
        hint={t('organizations.missingHint')}
      >
        <Button renderRoot={(props) => <Link {...props} to="/organizations" />}>
          {t('organizations.all')}
        </Button>
      </EmptyState>
    );
  }
  const mine = members.data?.find(({ user_id }) => user_id === user.id);
  const manages = user.is_admin || mine?.role === 'admin';
  const name = known.data?.find(({ id }) => id === organization)?.name;
  return (
    <Screen
      title={name ?? t('organizations.one')}
      hint={t(manages ? 'organizations.manages' : 'organizations.belongs')}
      actions={
        mine === undefined ? undefined : <Leave organization={organization} me={user.id} onLeft={onLeft} />
      }
    >
      <Panel title={t('organizations.members')}>
        {manages && <AddMember organization={organization} />}
        {members.isPending && <LoadingRows rows={3} />}
        {members.isError && <ProblemNote error={members.error} retry={members.refetch} />}
        {members.isSuccess && members.data.length > 0 && (
          <MemberTable
            organization={organization}
            members={members.data}
            me={user.id}
            manages={manages}
            onDismiss={setDismissing}
          />
        )}
        {members.data?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('organizations.nobody')}
          </Text>
        )}
      </Panel>
      <Confirm
        opened={dismissing !== null}
        title={t('organizations.dismissTitle')}
        text={t('organizations.dismissText', { email: dismissing?.email ?? '' })}
        submit={t('share.revokeSubmit')}
        busy={dismiss.isPending}
        error={dismiss.error}
        onSubmit={() => {
          if (dismissing !== null) dismiss.mutate(dismissing.user_id);
        }}
        onClose={() => {
          setDismissing(null);
          dismiss.reset();
        }}
      />
    </Screen>
  );
};
