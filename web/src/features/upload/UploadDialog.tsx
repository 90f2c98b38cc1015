import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Destination, type Wanted } from './Destination';
import { DropZone } from './DropZone';
import type { Picked } from './engine/collect';
import type { ExistingTarget, NewTarget } from './engine/engine';
import { filesFor, selectionOf, type Selection } from './engine/selection';
import { Preview } from './Preview';
import { useUploadQueue } from './uploads';

const LONGEST_NAME = 200;

const targetOf = (wanted: Wanted): NewTarget | ExistingTarget | null => {
  if (wanted.kind === 'new') {
    const name = wanted.name.trim();
    const { visibility, taskType, formatHint } = wanted;
    return name === '' ? null : { kind: 'new', name, visibility, taskType, formatHint };
  }
  const { dataset, labels } = wanted;
  return dataset === null ? null : { kind: 'existing', dataset, prefix: wanted.prefix.trim(), labels };
};

/* No randomUUID on a page that came by plain HTTP. */
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const ready = (selection: Selection | null) =>
  selection !== null && selection.files.length > 0 && !selection.mixed;

/**
 * Files come in, are looked at, get a destination, and go to the tray.
 *
 * @param dataset the one to add to; null for a new one
 */
export const UploadDialog = ({ dataset, onClose }: { dataset: string | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const queue = useUploadQueue();
  const user = useUser();
  const [picked, setPicked] = useState<Picked[] | null>(null);
  const [wanted, setWanted] = useState<Wanted>({
    kind: dataset === null ? 'new' : 'existing',
    name: '',
    visibility: 'private',
    taskType: null,
    formatHint: null,
    dataset,
    prefix: '',
    labels: 'no',
  });
  const present = useQuery({ ...datasetQuery(wanted.dataset ?? ''), enabled: wanted.dataset !== null }).data;
  const selection = useMemo(() => (picked === null ? null : selectionOf(picked)), [picked]);
  const target = targetOf(wanted);
  const prefix = wanted.kind === 'new' ? '' : wanted.prefix;
  const files = useMemo(
    () =>
      selection === null
        ? []
        : filesFor(selection, { kind: 'existing', dataset: '', labels: 'no', prefix: prefix.trim() }),
    [selection, prefix],
  );

  const pick = (now: Picked[]) => {
    if (now.length === 0) return;
    setPicked(now);
    if (wanted.name === '') {
      setWanted({ ...wanted, name: selectionOf(now).name.slice(0, LONGEST_NAME) });
    }
  };
  const start = () => {
    if (selection === null || target === null || user === null) return;
    const name = target.kind === 'new' ? target.name : (present?.name ?? target.dataset);
    const { archive, bytes } = selection;
    queue.add({ id: newId(), owner: user.id, name, files, archive, bytes, target });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={
        dataset !== null && present !== undefined
          ? t('upload.titleAdd', { name: present.name })
          : t('upload.title')
      }
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        {selection === null ? (
          <DropZone onPicked={pick} />
        ) : (
          <>
            <Preview selection={selection} files={files} onAgain={() => setPicked(null)} />
            <Destination wanted={wanted} onChange={(change) => setWanted({ ...wanted, ...change })} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button disabled={!ready(selection) || target === null} onClick={start}>
                {t('upload.start')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
};
