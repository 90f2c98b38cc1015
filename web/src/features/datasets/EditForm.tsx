import { notify } from '@/components/notify';
import { ProblemNote } from '@/components/states';
import { FORMATS, TASKS, type Dataset, type Format, type TaskType } from '@/entities/dataset/dataset';
import { Button, Group, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useChangeDataset, type DatasetChange } from './requests/change-dataset';

const KEEP = 'keep';
const AUTOMATIC = 'automatic';
const LONGEST_NAME = 200;

type Choice<Word> = typeof KEEP | typeof AUTOMATIC | Word;

interface Values {
  name: string;
  description: string;
  tags: string[];
  format: Choice<Format>;
  task: Choice<TaskType>;
}

const chosen = <Word,>(choice: Choice<Word>): Word | null | undefined =>
  choice === KEEP ? undefined : choice === AUTOMATIC ? null : choice;

/** Only what differs: what others changed meanwhile is not put back. */
const changeOf = (dataset: Dataset, values: Values): DatasetChange => {
  const change: DatasetChange = {};
  const format = chosen(values.format);
  const task = chosen(values.task);
  if (values.name.trim() !== dataset.name) change.name = values.name.trim();
  if (values.description !== (dataset.description ?? '')) change.description = values.description;
  if (values.tags.join() !== dataset.tags.join()) change.tags = values.tags;
  if (format !== undefined) change.format = format;
  if (task !== undefined) change.task_type = task;
  return change;
};

/** What people edit of a record. */
export const EditForm = ({
  dataset,
  onSaved,
  onCancel,
}: {
  dataset: Dataset;
  onSaved: () => void;
  onCancel?: () => void;
}) => {
  const { t } = useTranslation();
  const change = useChangeDataset(dataset.id, () => {
    notify(t('datasets.edit.saved'));
    onSaved();
  });
  const form = useForm<Values>({
    initialValues: {
      name: dataset.name,
      description: dataset.description ?? '',
      tags: dataset.tags,
      format: KEEP,
      task: KEEP,
    },
    validate: {
      name: (name) =>
        name.trim() === '' || name.trim().length > LONGEST_NAME ? t('datasets.edit.nameHint') : null,
    },
  });
  const keep = (value: string) => ({ value: KEEP, label: t('datasets.edit.keep', { value }) });
  const automatic = { value: AUTOMATIC, label: t('datasets.edit.automatic') };
  return (
    <form
      noValidate
      aria-label={t('datasets.edit.title')}
      onSubmit={form.onSubmit((values) => change.mutate(changeOf(dataset, values)))}
    >
      <Stack>
        {change.isError && <ProblemNote error={change.error} />}
        <TextInput label={t('datasets.edit.name')} {...form.getInputProps('name')} />
        <Textarea
          label={t('datasets.edit.description')}
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps('description')}
        />
        <TagsInput
          label={t('datasets.edit.tags')}
          description={t('datasets.edit.tagsHint')}
          splitChars={[',']}
          maxTags={50}
          {...form.getInputProps('tags')}
        />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" size="sm" fw={600} p={0}>
            {t('datasets.edit.analysis')}
          </Text>
          <Text size="xs" c="dimmed" mb="xs">
            {t('datasets.edit.analysisHint')}
          </Text>
          <Group grow>
            <Select
              label={t('datasets.edit.format')}
              allowDeselect={false}
              data={[
                keep(t(`format.${dataset.format}`)),
                automatic,
                ...FORMATS.filter((format) => format !== 'unknown').map((value) => ({
                  value,
                  label: t(`format.${value}`),
                })),
              ]}
              {...form.getInputProps('format')}
            />
            <Select
              label={t('datasets.edit.task')}
              allowDeselect={false}
              data={[
                keep(t(`task.${dataset.task_type}`)),
                automatic,
                ...TASKS.filter((task) => task !== 'unknown').map((value) => ({
                  value,
                  label: t(`task.${value}`),
                })),
              ]}
              {...form.getInputProps('task')}
            />
          </Group>
        </fieldset>
        <Group justify="flex-end" gap="xs">
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {t('action.cancel')}
            </Button>
          )}
          <Button type="submit" loading={change.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
