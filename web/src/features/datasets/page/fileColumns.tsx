import type { Column } from '@/components/VirtualTable';
import { useFormat } from '@/lib/format';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '@/entities/dataset/addresses';
import type { File } from '../requests/files';
import classes from './page.module.css';

interface Choosing {
  chosen: ReadonlySet<string>;
  choose: (path: string, on: boolean) => void;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** Folder and name lead on: the one narrows the list, the other opens the file. */
export const useFileColumns = (id: string, onPrefix: (prefix: string) => void, choosing: Choosing | null) => {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  return useMemo((): Column<File>[] => {
    const columns: Column<File>[] = [
      {
        key: 'path',
        header: t('dataset.files.path'),
        width: 'minmax(320px, 1fr)',
        cell: ({ path }) => (
          <span className={classes.path} title={path}>
            {folderOf(path) !== '' && (
              <button type="button" className={classes.folder} onClick={() => onPrefix(folderOf(path))}>
                {folderOf(path)}
              </button>
            )}
            <a
              href={fileAddress(id, path)}
              target="_blank"
              rel="noreferrer"
              aria-label={t('dataset.files.open', { path })}
            >
              {path.slice(folderOf(path).length)}
            </a>
          </span>
        ),
      },
      {
        key: 'size',
        header: t('dataset.files.size'),
        width: '100px',
        align: 'end',
        cell: (file) => bytes(file.size),
      },
      {
        key: 'sha256',
        header: t('dataset.files.sha256'),
        width: '160px',
        cell: (file) => (
          <span className={classes.path} title={file.sha256}>
            {file.sha256.slice(0, 16)}…
          </span>
        ),
      },
    ];
    if (choosing !== null) {
      columns.unshift({
        key: 'choose',
        header: t('dataset.files.choose'),
        unseen: true,
        width: '20px',
        cell: ({ path }) => (
          <input
            type="checkbox"
            aria-label={t('dataset.files.select', { path })}
            checked={choosing.chosen.has(path)}
            onChange={(event) => choosing.choose(path, event.currentTarget.checked)}
          />
        ),
      });
    }
    return columns;
    // The formatters change with the language, as t does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, id, onPrefix, choosing?.chosen, choosing?.choose]);
};
