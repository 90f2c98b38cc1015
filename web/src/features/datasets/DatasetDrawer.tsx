import { Icon } from '@/components/icons';
import { LoadingRows, ProblemNote } from '@/components/states';
import { mayEdit, mayOwn, type Dataset } from '@/entities/dataset/dataset';
import { TaskBadge } from '@/entities/dataset/labels';
import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatasetFields } from './DatasetFields';
import { EditForm } from './EditForm';
import { RemoveDialog } from './RemoveDialog';

interface Props {
  id: string;
  onClose: () => void;
  onShow: (id: string) => void;
  onAddFiles: (id: string) => void;
}

const Actions = ({
  dataset,
  onShow,
  onAddFiles,
  onEdit,
  onRemove,
}: Pick<Props, 'onShow' | 'onAddFiles'> & { dataset: Dataset; onEdit: () => void; onRemove: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <Group gap="xs">
      <Button onClick={() => onShow(dataset.id)} rightSection={<Icon name="chevron" size={16} />}>
        {t('datasets.drawer.open')}
      </Button>
      {mayEdit(dataset, user) && (
        <>
          <Button
            variant="default"
            leftSection={<Icon name="upload" size={16} />}
            onClick={() => onAddFiles(dataset.id)}
          >
            {t('dataset.head.addFiles')}
          </Button>
          <Button variant="default" leftSection={<Icon name="pencil" size={16} />} onClick={onEdit}>
            {t('action.edit')}
          </Button>
        </>
      )}
      {mayOwn(dataset, user) && (
        <Button variant="subtle" color="red" leftSection={<Icon name="trash" size={16} />} onClick={onRemove}>
          {t('datasets.remove.title')}
        </Button>
      )}
    </Group>
  );
};

const Body = ({ id, onClose, onShow, onAddFiles }: Props) => {
  const dataset = useQuery(datasetQuery(id));
  const [doing, setDoing] = useState<'look' | 'edit' | 'remove'>('look');
  if (dataset.isPending) return <LoadingRows rows={8} />;
  if (dataset.isError) return <ProblemNote error={dataset.error} retry={dataset.refetch} />;
  const look = () => setDoing('look');
  if (doing === 'edit') return <EditForm dataset={dataset.data} onSaved={look} onCancel={look} />;
  return (
    <Stack gap="lg">
      <Actions
        dataset={dataset.data}
        onShow={onShow}
        onAddFiles={onAddFiles}
        onEdit={() => setDoing('edit')}
        onRemove={() => setDoing('remove')}
      />
      <DatasetFields dataset={dataset.data} />
      <RemoveDialog dataset={dataset.data} opened={doing === 'remove'} onClose={look} onRemoved={onClose} />
    </Stack>
  );
};

const Heading = ({ id }: { id: string }) => {
  const dataset = useQuery(datasetQuery(id)).data;
  if (dataset === undefined) return null;
  return (
    <Group gap="sm" wrap="nowrap" component="span">
      <Text fw={700} size="lg" span style={{ overflowWrap: 'anywhere' }} lineClamp={2}>
        {dataset.name}
      </Text>
      <TaskBadge task={dataset.task_type} />
    </Group>
  );
};

/** One dataset beside the list, with every field of its record. */
export const DatasetDrawer = ({ id, onClose, onShow, onAddFiles }: Props) => {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      padding="lg"
      overlayProps={{ backgroundOpacity: 0.35 }}
      title={<Heading id={id} />}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Body key={id} id={id} onClose={onClose} onShow={onShow} onAddFiles={onAddFiles} />
    </Drawer>
  );
};
