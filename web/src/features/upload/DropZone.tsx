import { Icon } from '@/components/icons';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Picked } from './engine/collect';
import { FileFields, useDrop } from './FileFields';
import classes from './upload.module.css';

/** Where folders, archives and files come in, by dragging or by choosing. */
export const DropZone = ({ onPicked }: { onPicked: (picked: Picked[]) => void }) => {
  const { t } = useTranslation();
  const { over, reading, zone } = useDrop(onPicked);
  return (
    // Dropping is for the mouse; the two buttons do the same by keyboard.

    <div className={classes.zone} data-over={over || undefined} data-testid="drop-zone" {...zone}>
      <Icon name="upload" size={36} />
      <Text fw={650} ta="center">
        {reading !== null
          ? t('upload.reading', { count: reading })
          : t(over ? 'upload.dropNow' : 'upload.drop')}
      </Text>
      <Text size="sm" c="dimmed" ta="center">
        {t('upload.dropHint')}
      </Text>
      <FileFields onPicked={onPicked}>
        {(choose) => (
          <Group gap="xs" mt="xs">
            <Button
              variant="default"
              leftSection={<Icon name="folder" size={16} />}
              onClick={choose.folder}
              data-autofocus
            >
              {t('upload.chooseFolder')}
            </Button>
            <Button variant="default" leftSection={<Icon name="file" size={16} />} onClick={choose.files}>
              {t('upload.chooseFiles')}
            </Button>
          </Group>
        )}
      </FileFields>
    </div>
  );
};
