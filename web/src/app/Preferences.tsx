import { Icon } from '@/components/icons';
import { LANGUAGES, speak } from '@/lib/i18n';
import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const SCHEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[];
export const SCHEME_ICONS = { light: 'sun', dark: 'moon', auto: 'screen' } as const;

/** Language and brightness, for everybody, signed in or not. */
export const Preferences = () => {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('language.label')}>
            <Icon name="language" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {LANGUAGES.map((language) => (
            <Menu.Item
              key={language}
              lang={language}
              onClick={() => void speak(language)}
              rightSection={i18n.language === language ? <Icon name="check" size={16} /> : null}
            >
              {t(`language.${language}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('theme.label')}>
            <Icon name={SCHEME_ICONS[colorScheme]} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {SCHEMES.map((scheme) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon name={SCHEME_ICONS[scheme]} size={16} />}
              rightSection={colorScheme === scheme ? <Icon name="check" size={16} /> : null}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`theme.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
};
