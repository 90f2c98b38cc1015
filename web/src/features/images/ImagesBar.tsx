import { Icon } from '@/components/icons';
import { useFormat } from '@/lib/format';
import { Button, Group, SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figures } from '@/entities/dataset/show-figures';
import { HAS } from './requests/images';
import type { ChangeImages, ImagesSearch } from './search';
import { TILES } from './search';

const ALL = '*';
/* A split may be called anything; the images of none are asked for by an empty name. */
const keyOf = (split: string | null) => (split === null ? '=' : `=${split}`);

interface Props {
  search: ImagesSearch;
  onChange: ChangeImages;
  figures: Figures | undefined;
  total: number | null;
}

const Splits = ({ search, onChange, figures }: Omit<Props, 'total'>) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const splits = figures?.splits ?? [];
  if (splits.length < 2 && search.split === undefined) return null;
  const value = search.split === undefined ? ALL : keyOf(search.split === '' ? null : search.split);
  const data = [
    { value: ALL, label: t('images.allSplits') },
    ...splits.map(({ name, images }) => ({
      value: keyOf(name),
      label: `${name ?? t('images.noSplit')} ${number(images)}`,
    })),
  ];
  const choose = (chosen: string) => onChange({ split: chosen === ALL ? undefined : chosen.slice(1) });
  if (data.length > 6) {
    return (
      <Select
        size="xs"
        w={180}
        aria-label={t('images.split')}
        allowDeselect={false}
        data={data}
        value={value}
        onChange={(chosen) => choose(chosen ?? ALL)}
      />
    );
  }
  return (
    <SegmentedControl size="xs" aria-label={t('images.split')} data={data} value={value} onChange={choose} />
  );
};

/** How many there are, what is left out, and how they are drawn. */
export const ImagesBar = ({ search, onChange, figures, total }: Props) => {
  const { t } = useTranslation();
  const filtered = search.split !== undefined || search.class !== undefined || search.has !== undefined;
  return (
    <Group gap="md">
      <Text fw={650} data-testid="image-count">
        {total === null ? ' ' : t('images.count', { count: total })}
      </Text>
      <Splits search={search} onChange={onChange} figures={figures} />
      <Select
        size="xs"
        w={168}
        clearable
        aria-label={t('images.has.label')}
        placeholder={t('images.has.label')}
        data={HAS.map((value) => ({ value, label: t(`images.has.${value}`) }))}
        value={search.has ?? null}
        onChange={(value) => onChange({ has: HAS.find((known) => known === value) })}
      />
      {filtered && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Icon name="x" size={14} />}
          onClick={() => onChange({ split: undefined, class: undefined, has: undefined })}
        >
          {t('datasets.list.clearFilters')}
        </Button>
      )}
      <Group gap="md" ml="auto">
        <Switch
          size="sm"
          label={t('images.boxes')}
          checked={search.boxes !== 'off'}
          onChange={(event) => onChange({ boxes: event.currentTarget.checked ? undefined : 'off' })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('images.size.label')}
          data={TILES.map((value) => ({ value, label: t(`images.size.${value}`) }))}
          value={search.tile ?? 'm'}
          onChange={(value) => {
            const tile = TILES.find((known) => known === value);
            onChange({ tile: tile === 'm' ? undefined : tile });
          }}
        />
      </Group>
    </Group>
  );
};
