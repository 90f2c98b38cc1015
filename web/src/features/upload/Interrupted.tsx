import { Icon } from '@/components/icons';
import { useFormat } from '@/lib/format';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picked } from './engine/collect';
import type { Mismatch } from './engine/engine';
import type { QueuedUpload } from './engine/queue';
import { FileFields, useDrop } from './FileFields';
import classes from './upload.module.css';
import { useGoOn, useUploadQueue } from './uploads';

/**
 * The page was left in mid-upload. A browser forgets the files of a person's computer, so they are chosen once more;
 * what had arrived is not sent again.
 */
export const Interrupted = ({ upload }: { upload: QueuedUpload }) => {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const queue = useUploadQueue();
  const goOn = useGoOn();
  const [mismatch, setMismatch] = useState<Mismatch>(null);
  const pick = (picked: Picked[]) => void goOn(upload, picked).then(setMismatch);
  const { over, zone } = useDrop(pick);
  return (
    // Dropping is for the mouse; the buttons do the same by keyboard.

    <div className={classes.again} data-over={over || undefined} data-testid="drop-again" {...zone}>
      <span className={classes.dim}>{t('upload.tray.interrupted', { bytes: bytes(upload.plan.bytes) })}</span>
      {mismatch !== null && (
        <span role="alert" className={classes.bad}>
          {t('upload.tray.otherFiles', { count: mismatch.missing })} <code>{mismatch.example}</code>
        </span>
      )}
      <FileFields onPicked={pick}>
        {(choose) => (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<Icon name="folder" size={14} />}
              onClick={choose.folder}
            >
              {t('upload.tray.chooseAgain')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={choose.files}>
              {t('upload.chooseFiles')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => queue.cancel(upload.id)}>
              {t('upload.tray.discard')}
            </Button>
          </Group>
        )}
      </FileFields>
    </div>
  );
};
