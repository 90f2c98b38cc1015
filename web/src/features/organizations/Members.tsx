import { EmailAndRole } from '@/components/EmailAndRole';
import { Icon } from '@/components/icons';
import { notify } from '@/components/notify';
import { PersonName } from '@/components/PersonName';
import { ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { ActionIcon, Badge, Select, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAdmit, type Member, type Position } from './requests/members';

const POSITIONS = ['member', 'admin'] as const satisfies readonly Position[];

const usePositions = () => {
  const { t } = useTranslation();
  return POSITIONS.map((value) => ({ value, label: t(`position.${value}`) })) as [
    { value: Position; label: string },
    { value: Position; label: string },
  ];
};

/** Lets somebody in who has an account. */
export const AddMember = ({ organization }: { organization: number }) => {
  const { t } = useTranslation();
  const roles = usePositions();
  const admit = useAdmit(organization, ({ email, role }) =>
    notify(t('organizations.admitted', { email, position: t(`position.${role}`) })),
  );
  return (
    <EmailAndRole
      label={t('organizations.email')}
      roles={roles}
      submit={t('organizations.add')}
      busy={admit.isPending}
      error={admit.error}
      onSubmit={(email, role, taken) => admit.mutate({ email, role }, { onSuccess: taken })}
    />
  );
};

const PositionSelect = ({ organization, member }: { organization: number; member: Member }) => {
  const { t } = useTranslation();
  const roles = usePositions();
  const change = useAdmit(organization, ({ email, role }) =>
    notify(t('organizations.admitted', { email, position: t(`position.${role}`) })),
  );
  return (
    <>
      <Select
        size="xs"
        w={180}
        allowDeselect={false}
        aria-label={t('organizations.changePosition', { email: member.email })}
        disabled={change.isPending}
        data={roles}
        value={member.role}
        onChange={(chosen) => {
          const role = POSITIONS.find((known) => known === chosen);
          if (role !== undefined && role !== member.role) change.mutate({ email: member.email, role });
        }}
      />
      {change.isError && <ProblemNote error={change.error} />}
    </>
  );
};

const MemberRow = ({
  organization,
  member,
  me,
  manages,
  onDismiss,
}: {
  organization: number;
  member: Member;
  me: boolean;
  manages: boolean;
  onDismiss: () => void;
}) => {
  const { t } = useTranslation();
  const { ago, moment } = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <PersonName name={member.name} email={member.email} />{' '}
        {me && <Badge size="xs">{t('share.you')}</Badge>}
      </Table.Th>
      <Table.Td>
        {manages ? (
          <PositionSelect organization={organization} member={member} />
        ) : (
          t(`position.${member.role}`)
        )}
      </Table.Td>
      <Table.Td title={moment(member.joined_at)}>{ago(member.joined_at)}</Table.Td>
      <Table.Td ta="right">
        {manages && !me && (
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('organizations.dismiss', { email: member.email })}
            onClick={onDismiss}
          >
            <Icon name="x" />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** Who is in a team, admins first. */
export const MemberTable = ({
  organization,
  members,
  me,
  manages,
  onDismiss,
}: {
  organization: number;
  members: readonly Member[];
  me: number | null;
  manages: boolean;
  onDismiss: (member: Member) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table aria-label={t('organizations.memberTable')} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {(['person', 'position', 'joined'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`organizations.column.${column}`)}
              </Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <MemberRow
              key={member.user_id}
              organization={organization}
              member={member}
              me={member.user_id === me}
              manages={manages}
              onDismiss={() => onDismiss(member)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
