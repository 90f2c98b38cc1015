import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { collectDrop, collectFiles, type Picked } from './engine/collect';

interface Choose {
  folder: () => void;
  files: () => void;
}

/** The browser's own two fields, unseen: whoever draws buttons opens them. */
export const FileFields = ({
  onPicked,
  children,
}: {
  onPicked: (picked: Picked[]) => void;
  children: (choose: Choose) => ReactNode;
}) => {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (field: HTMLInputElement) => {
    onPicked(collectFiles(field.files ?? []));
    field.value = '';
  };
  return (
    <>
      {/* eslint-disable-next-line react-hooks/refs -- read when a button is pressed, not while drawing */}
      {children({ folder: () => folder.current?.click(), files: () => files.current?.click() })}
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
    </>
  );
};

/** What makes an element a place to drop things; `reading` counts files while folders are read. */
export const useDrop = (onPicked: (picked: Picked[]) => void) => {
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<number | null>(null);
  const zone = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      setReading(0);
      void collectDrop(event.dataTransfer, setReading)
        .then(onPicked)
        .finally(() => setReading(null));
    },
  };
  return { over, reading, zone };
};
