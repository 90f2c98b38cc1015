import { Icon } from '@/components/icons';
import { notify } from '@/components/notify';
import { sessionQuery, type User } from '@/entities/session/session';
import { api, done, keepCsrfToken } from '@/lib/api';
import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Shell.module.css';

const useSignOut = () => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: () => done(api.POST('/api/v1/auth/logout')),
    onSuccess: async () => {
      keepCsrfToken(null);
      queries.setQueryData(sessionQuery.queryKey, { user: null });
      // Nothing of one person may be seen by the next one at this screen.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ to: '/sign-in' });
      notify(t('signIn.signedOut'));
    },
  });
};

const initialsOf = (name: string) =>
  name
    .split(/[\s@._-]+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();

export const UserMenu = ({ user, onHelp }: { user: User; onHelp: () => void }) => {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" withArrow width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={user.email}>
          <Avatar color="indigo" size={36} radius="xl">
            {/* Drawn, not written: the button's name is the whole address. */}
            <span className={classes.initials} data-initials={initialsOf(user.name || user.email)} />
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {user.name || user.email}
          </Text>
          {user.name !== '' && (
            <Text size="xs" truncate>
              {user.email}
            </Text>
          )}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<Icon name="key" size={16} />}>
          {t('nav.account')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keyboard" size={16} />} onClick={onHelp}>
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={() => signOut.mutate()}>
          {t('action.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
