import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Destination, type Wanted } from './Destination';
import { DropZone } from './DropZone';
import type { Picked } from './engine/collect';
import type { ExistingTarget, NewTarget, UploadPlan } from './engine/engine';
import { filesFor, selectionOf, type Selection } from './engine/selection';
import { Foreseen } from './Foreseen';
import { Preview } from './Preview';
import classes from './upload.module.css';
import { usePreview } from './usePreview';
import { useUploadQueue } from './uploads';

const LONGEST_NAME = 200;
const TYPING_MS = 400;

const targetOf = (wanted: Wanted): NewTarget | ExistingTarget | null => {
  if (wanted.kind === 'new') {
    const name = wanted.name.trim();
    const { visibility, taskType, formatHint } = wanted;
    return name === '' ? null : { kind: 'new', name, visibility, taskType, formatHint };
  }
  const { dataset, labels } = wanted;
  return dataset === null ? null : { kind: 'existing', dataset, prefix: wanted.prefix.trim(), labels };
};

const ready = (selection: Selection | null) =>
  selection !== null && selection.files.length > 0 && !selection.mixed;

/** What is looked at ahead: not the name of a new dataset, at every letter of which one would look anew. */
const useDraft = (
  selection: Selection | null,
  files: Picked[],
  { kind, dataset, prefix, labels, taskType, formatHint }: Wanted,
  name: string | null,
  owner: number | null,
): Omit<UploadPlan, 'id'> | null => {
  const archive = selection?.archive ?? null;
  const bytes = selection?.bytes ?? 0;
  const possible = ready(selection) && files.length > 0;
  return useMemo(() => {
    if (!possible || owner === null) return null;
    const what = { owner, files, archive, bytes };
    if (kind === 'new') {
      const target = { kind, name: '', visibility: 'private', taskType, formatHint } as const;
      return { ...what, name: '', target };
    }
    if (dataset === null || name === null) return null;
    return { ...what, name, target: { kind, dataset, prefix: prefix.trim(), labels } };
  }, [possible, kind, dataset, name, owner, files, archive, bytes, prefix, labels, taskType, formatHint]);
};

/**
 * Files come in, are looked at, get a destination, and go to the tray.
 *
 * @param dataset the one to add to; null for a new one
 */
export const UploadDialog = ({ dataset, onClose }: { dataset: string | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const queue = useUploadQueue();
  const user = useUser();
  const [selection, setSelection] = useState<Selection | null>(null);
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
  const target = targetOf(wanted);
  const prefix = wanted.kind === 'new' ? '' : wanted.prefix;
  const files = useMemo(
    () =>
      selection === null
        ? []
        : filesFor(selection, { kind: 'existing', dataset: '', labels: 'no', prefix: prefix.trim() }),
    [selection, prefix],
  );

  const draft = useDraft(selection, files, wanted, present?.name ?? null, user?.id ?? null);
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const { event, take } = usePreview(draft === null ? null : settled);

  const pick = (now: Picked[]) => {
    if (now.length === 0) return;
    const selected = selectionOf(now);
    setSelection(selected);
    if (wanted.name === '') setWanted({ ...wanted, name: selected.name.slice(0, LONGEST_NAME) });
  };
  const start = () => {
    if (selection === null || target === null || user === null) return;
    const name = target.kind === 'new' ? target.name : (present?.name ?? target.dataset);
    const { archive, bytes } = selection;
    queue.add({ id: take(draft), owner: user.id, name, files, archive, bytes, target });
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
            <Preview selection={selection} files={files} onAgain={() => setSelection(null)} />
            <Destination wanted={wanted} onChange={(change) => setWanted({ ...wanted, ...change })} />
            {event !== null && (
              <Foreseen event={event} kind={wanted.kind} archive={selection.archive !== null} />
            )}
            <Group justify="flex-end" gap="xs" className={classes.submit ?? ''}>
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
