import { Icon } from '@/components/icons';
import { Button, Group, Text } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { collectDrop, collectFiles, type Picked } from './engine/collect';
import classes from './upload.module.css';

/** Where folders, archives and files come in, by dragging or by choosing. */
export const DropZone = ({ onPicked }: { onPicked: (picked: Picked[]) => void }) => {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<number | null>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setReading(0);
    void collectDrop(event.dataTransfer, setReading).then((picked) => {
      setReading(null);
      onPicked(picked);
    });
  };
  const choose = (field: HTMLInputElement) => {
    onPicked(collectFiles(field.files ?? []));
    field.value = '';
  };
  return (
    // Dropping is for the mouse; the two buttons do the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classes.zone}
      data-over={over || undefined}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={36} />
      <Text fw={650} ta="center">
        {reading !== null
          ? t('upload.reading', { count: reading })
          : t(over ? 'upload.dropNow' : 'upload.drop')}
      </Text>
      <Text size="sm" c="dimmed" ta="center">
        {t('upload.dropHint')}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          leftSection={<Icon name="folder" size={16} />}
          onClick={() => folder.current?.click()}
          data-autofocus
        >
          {t('upload.chooseFolder')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="file" size={16} />}
          onClick={() => files.current?.click()}
        >
          {t('upload.chooseFiles')}
        </Button>
      </Group>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('upload.chooseFiles')}
        onChange={(event) => choose(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={t('upload.chooseFolder')}
        {...{ webkitdirectory: '' }}
        onChange={(event) => choose(event.currentTarget)}
      />
    </div>
  );
};
