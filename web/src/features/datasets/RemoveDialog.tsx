import { notify } from '@/components/notify';
import { ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { useFormat } from '@/lib/format';
import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteDataset } from './requests/delete-dataset';

/** Both ways to delete: out of the list with the files kept, or the files as well. */
export const RemoveDialog = ({
  dataset,
  opened,
  onClose,
  onRemoved,
}: {
  dataset: Dataset;
  opened: boolean;
  onClose: () => void;
  onRemoved: () => void;
}) => {
  const { t } = useTranslation();
  const { number, bytes } = useFormat();
  const [files, setFiles] = useState<'keep' | 'delete'>('keep');
  const [typed, setTyped] = useState('');
  const remove = useDeleteDataset(dataset.id, (deleted) => {
    const counted = files === 'delete' ? deleted.deleted : deleted.kept;
    const words = { name: dataset.name, objects: number(counted.objects), bytes: bytes(counted.bytes) };
    notify(t(files === 'delete' ? 'datasets.remove.deleted' : 'datasets.remove.trashed', words));
    onRemoved();
  });
  const sure = files === 'keep' || typed.trim() === dataset.name;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('datasets.remove.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        {remove.isError && <ProblemNote error={remove.error} />}
        <Radio.Group
          aria-label={t('datasets.remove.title')}
          value={files}
          onChange={(value) => setFiles(value === 'delete' ? 'delete' : 'keep')}
        >
          <Stack>
            <Radio
              value="keep"
              label={t('datasets.remove.toTrash')}
              description={t('datasets.remove.toTrashHint')}
            />
            <Radio
              value="delete"
              color="red"
              label={t('datasets.remove.storage')}
              description={t('datasets.remove.storageHint')}
            />
          </Stack>
        </Radio.Group>
        {files === 'delete' && (
          <TextInput
            label={t('datasets.remove.confirm')}
            description={dataset.name}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            color="red"
            disabled={!sure}
            loading={remove.isPending}
            onClick={() => remove.mutate(files)}
          >
            {t(files === 'delete' ? 'datasets.remove.submitStorage' : 'datasets.remove.submitTrash')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
