import { Confirm } from '@/components/confirm';
import { Icon } from '@/components/icons';
import { Field, Fields, Panel, Screen } from '@/components/layout';
import { notify } from '@/components/notify';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import type { User } from '@/entities/session/session';
import { useFormat } from '@/lib/format';
import { ActionIcon, Badge, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewTokenDialog } from './NewTokenDialog';
import { tokensQuery, useRevokeToken, type Token } from './requests/tokens';

const TokenRow = ({ token, onRevoke }: { token: Token; onRevoke: () => void }) => {
  const { t } = useTranslation();
  const { ago, moment } = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row">{token.name}</Table.Th>
      <Table.Td>{t(token.read_only ? 'account.readOnly' : 'account.readWrite')}</Table.Td>
      <Table.Td title={moment(token.created_at)}>{ago(token.created_at)}</Table.Td>
      <Table.Td>{token.last_used_at === null ? t('account.notUsed') : ago(token.last_used_at)}</Table.Td>
      <Table.Td>{token.expires_at === null ? t('account.never') : moment(token.expires_at)}</Table.Td>
      <Table.Td ta="right">
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('account.revoke', { name: token.name })}
          onClick={onRevoke}
        >
          <Icon name="trash" />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
};

const Tokens = () => {
  const { t } = useTranslation();
  const tokens = useQuery(tokensQuery);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const revoke = useRevokeToken(() => {
    setRevoking(null);
    notify(t('account.revoked'));
  });
  if (tokens.isPending) return <LoadingRows rows={3} />;
  if (tokens.isError) return <ProblemNote error={tokens.error} retry={tokens.refetch} />;
  if (tokens.data.length === 0)
    return <EmptyState icon="key" title={t('account.empty')} hint={t('account.emptyHint')} />;
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={t('account.table')} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['name', 'scope', 'created', 'used', 'expires'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`account.${column}`)}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.data.map((token) => (
              <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Confirm
        opened={revoking !== null}
        title={t('account.revokeTitle')}
        text={t('account.revokeText', { name: revoking?.name ?? '' })}
        submit={t('account.revokeSubmit')}
        busy={revoke.isPending}
        error={revoke.error}
        onSubmit={() => {
          if (revoking !== null) revoke.mutate(revoking.id);
        }}
        onClose={() => {
          setRevoking(null);
          revoke.reset();
        }}
      />
    </>
  );
};

/** Who I am, and the tokens by which programs act in my name. */
export const AccountPage = ({ user }: { user: User }) => {
  const { t } = useTranslation();
  const [making, makingIs] = useDisclosure(false);
  return (
    <Screen title={t('account.title')}>
      <Panel title={t('account.profile')} aside={user.is_admin ? <Badge>{t('account.admin')}</Badge> : null}>
        <Fields>
          <Field label={t('people.email')}>{user.email}</Field>
          <Field label={t('people.name')}>{user.name === '' ? '–' : user.name}</Field>
        </Fields>
      </Panel>
      <Panel
        title={t('account.tokens')}
        aside={
          <Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={makingIs.open}>
            {t('account.newToken')}
          </Button>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t('account.tokensHint')}
        </Text>
        <Tokens />
      </Panel>
      {making && <NewTokenDialog onClose={makingIs.close} />}
    </Screen>
  );
};
