import '@mantine/spotlight/styles.css';
import { Icon, type IconName } from '@/components/icons';
import { datasetsQuery } from '@/entities/dataset/list-datasets';
import { useUser } from '@/entities/session/session';
import { LANGUAGES, speak } from '@/lib/i18n';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SCHEMES, SCHEME_ICONS } from './Preferences';

const [store, palette] = createSpotlight();

interface Command {
  id: string;
  label: string;
  icon: IconName;
  run: () => void;
}

const usePages = (): Command[] => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useUser();
  const to = (
    id:
      | '/datasets'
      | '/trash'
      | '/organizations'
      | '/account'
      | '/people'
      | '/audit'
      | '/settings'
      | '/sign-in'
      | '/register',
    label: string,
    icon: IconName,
  ) => ({
    id,
    label,
    icon,
    run: () => void navigate({ to: id }),
  });
  const datasets = to('/datasets', t('nav.datasets'), 'database');
  if (user === null) {
    return [
      datasets,
      to('/sign-in', t('signIn.title'), 'person'),
      to('/register', t('register.title'), 'plus'),
    ];
  }
  return [
    datasets,
    to('/trash', t('nav.trash'), 'trash'),
    to('/organizations', t('nav.organizations'), 'building'),
    to('/account', t('nav.account'), 'key'),
    ...(user.is_admin
      ? [
          to('/people', t('nav.people'), 'people'),
          to('/audit', t('nav.audit'), 'history'),
          to('/settings', t('nav.settings'), 'settings'),
        ]
      : []),
  ];
};

const useCommands = (): Command[] => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useUser();
  const { setColorScheme } = useMantineColorScheme();
  const modal = (search: { upload?: string; create?: boolean }) => () =>
    void navigate({ to: '/datasets', search });
  return [
    ...(user === null
      ? []
      : [
          { id: 'upload', label: t('action.upload'), icon: 'upload' as const, run: modal({ upload: 'new' }) },
          { id: 'create', label: t('action.create'), icon: 'plus' as const, run: modal({ create: true }) },
        ]),
    ...SCHEMES.map((scheme) => ({
      id: scheme,
      label: t('palette.toTheme', { theme: t(`theme.${scheme}`) }),
      icon: SCHEME_ICONS[scheme],
      run: () => setColorScheme(scheme),
    })),
    ...LANGUAGES.map((language) => ({
      id: language,
      label: t('palette.toLanguage', { language: t(`language.${language}`) }),
      icon: 'language' as const,
      run: () => void speak(language),
    })),
    {
      id: 'api',
      label: t('palette.openApi'),
      icon: 'file',
      run: () => void globalThis.open('/swagger-ui/index.html', '_blank', 'noopener'),
    },
  ];
};

const useFoundDatasets = (wanted: string): Command[] => {
  const navigate = useNavigate();
  const [q] = useDebouncedValue(wanted.trim(), 150);
  const found = useInfiniteQuery({ ...datasetsQuery({ q }), enabled: q !== '' });
  return (q === '' ? [] : (found.data?.pages[0]?.rows ?? [])).slice(0, 8).map((dataset) => ({
    id: dataset.id,
    label: dataset.name,
    icon: 'database',
    run: () => void navigate({ to: '/datasets/$id', params: { id: dataset.id } }),
  }));
};

const matching = (commands: Command[], wanted: string) => {
  const word = wanted.trim().toLowerCase();
  return commands.filter((command) => command.label.toLowerCase().includes(word));
};

const Commands = ({ label, commands }: { label: string; commands: Command[] }) =>
  commands.length === 0 ? null : (
    <Spotlight.ActionsGroup label={label}>
      {commands.map((command) => (
        <Spotlight.Action
          key={command.id}
          label={command.label}
          leftSection={<Icon name={command.icon} />}
          onClick={command.run}
        />
      ))}
    </Spotlight.ActionsGroup>
  );

/** Ctrl/⌘-K: screens, commands and datasets by name. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  useEffect(() => palette.open(), []);
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const pages = matching(usePages(), wanted);
  const commands = matching(useCommands(), wanted);
  const datasets = useFoundDatasets(wanted);
  return (
    <Spotlight.Root
      query={wanted}
      onQueryChange={setWanted}
      store={store}
      shortcut={null}
      onSpotlightClose={onClose}
      scrollable
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<Icon name="search" />}
      />
      <Spotlight.ActionsList>
        <Commands label={t('palette.datasets')} commands={datasets} />
        <Commands label={t('palette.pages')} commands={pages} />
        <Commands label={t('palette.commands')} commands={commands} />
        {datasets.length + pages.length + commands.length === 0 && (
          <Spotlight.Empty>{t('palette.empty')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
