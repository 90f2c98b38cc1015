import { FORMATS, mayEdit, TASKS } from '@/entities/dataset/dataset';
import { datasetsQuery } from '@/entities/dataset/list-datasets';
import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import {
  Collapse,
  Group,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './upload.module.css';

/** The form's values, whichever of the two destinations is shown. */
export interface Wanted {
  kind: 'new' | 'existing';
  name: string;
  visibility: 'private' | 'public';
  taskType: string | null;
  formatHint: string | null;
  dataset: string | null;
  prefix: string;
  labels: 'no' | 'merge' | 'replace';
}

interface Props {
  wanted: Wanted;
  onChange: (change: Partial<Wanted>) => void;
}

const NewDataset = ({ wanted, onChange }: Props) => {
  const { t } = useTranslation();
  const [advanced, advancedIs] = useDisclosure(false);
  return (
    <Stack gap="sm">
      <TextInput
        label={t('upload.name')}
        value={wanted.name}
        maxLength={200}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div>
        <div className={classes.label}>{t('upload.visibility')}</div>
        <SegmentedControl
          aria-label={t('upload.visibility')}
          value={wanted.visibility}
          onChange={(value) => onChange({ visibility: value === 'public' ? 'public' : 'private' })}
          data={[
            { value: 'private', label: t('visibility.private') },
            { value: 'public', label: t('visibility.public') },
          ]}
        />
      </div>
      <UnstyledButton className={classes.advanced} onClick={advancedIs.toggle} aria-expanded={advanced}>
        {t('upload.advanced')}
      </UnstyledButton>
      <Collapse expanded={advanced}>
        <Group grow>
          <Select
            label={t('datasets.edit.format')}
            placeholder={t('datasets.edit.automatic')}
            clearable
            data={FORMATS.filter((word) => word !== 'unknown').map((value) => ({
              value,
              label: t(`format.${value}`),
            }))}
            value={wanted.formatHint}
            onChange={(formatHint) => onChange({ formatHint })}
          />
          <Select
            label={t('datasets.edit.task')}
            placeholder={t('datasets.edit.automatic')}
            clearable
            data={TASKS.filter((word) => word !== 'unknown').map((value) => ({
              value,
              label: t(`task.${value}`),
            }))}
            value={wanted.taskType}
            onChange={(taskType) => onChange({ taskType })}
          />
        </Group>
      </Collapse>
    </Stack>
  );
};

/** Those the person may add to; the search asks the server, so that any number can be there. */
const DatasetChoice = ({ wanted, onChange }: Props) => {
  const { t } = useTranslation();
  const user = useUser();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 150);
  const listed = useInfiniteQuery(datasetsQuery({ sort: 'updated', ...(q === '' ? {} : { q }) }));
  const chosen = useQuery({ ...datasetQuery(wanted.dataset ?? ''), enabled: wanted.dataset !== null }).data;
  const data = (listed.data?.pages.flatMap((page) => page.rows) ?? [])
    .filter((row) => mayEdit(row, user) && row.id !== chosen?.id)
    .slice(0, 50)
    .map((row) => ({ value: row.id, label: row.name }));
  if (chosen !== undefined) data.unshift({ value: chosen.id, label: chosen.name });
  return (
    <Select
      label={t('upload.existing')}
      description={t('upload.existingHint')}
      nothingFoundMessage={t('upload.noExisting')}
      searchable
      allowDeselect={false}
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped(text === chosen?.name ? '' : text)}
      data={data}
      value={wanted.dataset}
      onChange={(dataset) => onChange({ dataset })}
    />
  );
};

const ExistingDataset = ({ wanted, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <DatasetChoice wanted={wanted} onChange={onChange} />
      <TextInput
        label={t('upload.prefix')}
        description={t('upload.prefixHint')}
        value={wanted.prefix}
        onChange={(event) => onChange({ prefix: event.currentTarget.value })}
      />
      <Switch
        label={t('upload.labelsOnly')}
        description={t('upload.labelsOnlyHint')}
        checked={wanted.labels !== 'no'}
        onChange={(event) => onChange({ labels: event.currentTarget.checked ? 'merge' : 'no' })}
      />
      {wanted.labels !== 'no' && (
        <Radio.Group
          label={t('upload.mode')}
          value={wanted.labels}
          onChange={(value) => onChange({ labels: value === 'replace' ? 'replace' : 'merge' })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="merge" label={t('upload.merge')} description={t('upload.mergeHint')} />
            <Radio value="replace" label={t('upload.replace')} description={t('upload.replaceHint')} />
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
};

/** Where the files go: a dataset of their own, or one that is there. */
export const Destination = ({ wanted, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t('upload.destination')}
        value={wanted.kind}
        onChange={(value) => onChange({ kind: value === 'existing' ? 'existing' : 'new' })}
        data={[
          { value: 'new', label: t('upload.toNew') },
          { value: 'existing', label: t('upload.toExisting') },
        ]}
      />
      {wanted.kind === 'new' ? (
        <NewDataset wanted={wanted} onChange={onChange} />
      ) : (
        <ExistingDataset wanted={wanted} onChange={onChange} />
      )}
    </Stack>
  );
};
