import { notify } from '@/components/notify';
import { ProblemNote } from '@/components/states';
import { Button, Group, Modal, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCreateDataset } from './requests/create-dataset';

/** An empty dataset, to be filled later. */
export const CreateDialog = ({
  admin,
  onClose,
  onCreated,
}: {
  admin: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}) => {
  const { t } = useTranslation();
  const create = useCreateDataset((made) => {
    notify(t('datasets.create.done', { name: made.name }));
    onCreated(made.id);
  });
  const form = useForm({
    initialValues: { name: '', description: '', tags: [] as string[], id: '' },
    validate: { name: (name) => (name.trim() === '' ? t('datasets.edit.nameHint') : null) },
  });
  const submit = form.onSubmit(({ name, description, tags, id }) =>
    create.mutate({ name: name.trim(), description, tags, ...(id.trim() === '' ? {} : { id: id.trim() }) }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('datasets.create.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('datasets.create.hint')}
          </Text>
          {create.isError && <ProblemNote error={create.error} />}
          <TextInput label={t('datasets.edit.name')} data-autofocus {...form.getInputProps('name')} />
          <Textarea
            label={t('datasets.edit.description')}
            autosize
            minRows={2}
            {...form.getInputProps('description')}
          />
          <TagsInput
            label={t('datasets.edit.tags')}
            description={t('datasets.edit.tagsHint')}
            splitChars={[',']}
            {...form.getInputProps('tags')}
          />
          {admin && (
            <TextInput
              label={t('datasets.edit.id')}
              description={t('datasets.edit.idHint')}
              {...form.getInputProps('id')}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('datasets.create.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
