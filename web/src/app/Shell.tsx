import { later } from '@/components/lazy';
import { Icon, type IconName } from '@/components/icons';
import { useUser } from '@/entities/session/session';
import { useShortcuts } from '@/lib/shortcuts';
import { AppShell, Burger, Button, Group, Kbd, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Link, Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from './Logo';
import { Preferences } from './Preferences';
import { UserMenu } from './UserMenu';
import classes from './Shell.module.css';

const Palette = later(async () => (await import('./Palette')).Palette);
const ShortcutsHelp = later(async () => (await import('./ShortcutsHelp')).ShortcutsHelp);

interface Place {
  to: '/datasets' | '/trash' | '/organizations' | '/people' | '/account' | '/audit' | '/settings';
  icon: IconName;
  label: string;
}

const usePlaces = (): Place[] => {
  const { t } = useTranslation();
  const user = useUser();
  const all: Place[] = [{ to: '/datasets', icon: 'database', label: t('nav.datasets') }];
  if (user !== null) {
    all.push({ to: '/trash', icon: 'trash', label: t('nav.trash') });
    all.push({ to: '/organizations', icon: 'building', label: t('nav.organizations') });
    if (user.is_admin) all.push({ to: '/people', icon: 'people', label: t('nav.people') });
    all.push({ to: '/account', icon: 'key', label: t('nav.account') });
    if (user.is_admin) {
      all.push({ to: '/audit', icon: 'history', label: t('nav.audit') });
      all.push({ to: '/settings', icon: 'settings', label: t('nav.settings') });
    }
  }
  return all;
};

const Navigation = ({ onGo }: { onGo: () => void }) => {
  const { t } = useTranslation();
  const matches = useMatchRoute();
  return (
    <nav aria-label={t('nav.label')}>
      {usePlaces().map((place) => (
        <NavLink
          key={place.to}
          component={Link}
          to={place.to}
          label={place.label}
          leftSection={<Icon name={place.icon} />}
          active={matches({ to: place.to, fuzzy: true }) !== false}
          onClick={onGo}
          className={classes.link}
        />
      ))}
    </nav>
  );
};

const SearchButton = ({ onOpen }: { onOpen: () => void }) => {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.palette} onClick={onOpen}>
      <Icon name="search" size={16} />
      <span className={classes.paletteWords}>{t('palette.open')}</span>
      <Kbd size="xs">Ctrl K</Kbd>
    </UnstyledButton>
  );
};

/** What stands around every screen. */
export const Shell = () => {
  const { t } = useTranslation();
  const user = useUser();
  const navigate = useNavigate();
  const [menu, menuIs] = useDisclosure(false);
  const [help, helpIs] = useDisclosure(false);
  const [palette, paletteIs] = useDisclosure(false);
  useHotkeys([['mod+K', paletteIs.open]], []);
  useShortcuts({
    '?': helpIs.open,
    d: () => void navigate({ to: '/datasets' }),
    '/': () => void navigate({ to: '/datasets', search: { find: true } }),
    ...(user === null
      ? {}
      : { u: () => void navigate({ to: '.', search: (now) => ({ ...now, upload: 'new' }) }) }),
  });
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      classNames={{ header: classes.header ?? '', navbar: classes.navbar ?? '', main: classes.main ?? '' }}
    >
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={menu}
              onClick={menuIs.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t(menu ? 'nav.close' : 'nav.open')}
            />
            <Link to="/datasets" className={classes.brand}>
              <Logo />
              <Text fw={750} size="lg" component="span">
                {t('app.name')}
              </Text>
            </Link>
          </Group>
          <SearchButton onOpen={paletteIs.open} />
          <Group gap="xs" wrap="nowrap">
            <Preferences />
            {user === null ? (
              <Button component={Link} to="/sign-in" size="sm" variant="default">
                {t('action.signIn')}
              </Button>
            ) : (
              <UserMenu user={user} onHelp={helpIs.open} />
            )}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <Navigation onGo={menuIs.close} />
        <UnstyledButton className={classes.hint} onClick={helpIs.open}>
          <Kbd size="xs">?</Kbd> {t('shortcuts.title')}
        </UnstyledButton>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      {palette && <Palette onClose={paletteIs.close} />}
      {help && <ShortcutsHelp onClose={helpIs.close} />}
    </AppShell>
  );
};
