import { Confirm } from '@/components/confirm';
import { Icon } from '@/components/icons';
import { notify } from '@/components/notify';
import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { VirtualTable } from '@/components/VirtualTable';
import { mayEdit, type Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { useFormat } from '@/lib/format';
import { Button, CloseButton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesQuery, useRemoveFiles } from '../requests/files';
import { useFileColumns } from './fileColumns';
import classes from './page.module.css';

interface Props {
  dataset: Dataset;
  prefix: string;
  onPrefix: (prefix: string) => void;
}

const Trail = ({ prefix, onPrefix }: Omit<Props, 'dataset'>) => {
  const { t } = useTranslation();
  const folders = prefix.split('/').slice(0, -1);
  return (
    <div className={classes.trail}>
      <button type="button" onClick={() => onPrefix('')}>
        {t('dataset.files.root')}
      </button>
      {folders.map((folder, index) => (
        <span key={index}>
          /
          <button type="button" onClick={() => onPrefix(`${folders.slice(0, index + 1).join('/')}/`)}>
            {folder}
          </button>
        </span>
      ))}
    </div>
  );
};

const PrefixField = ({ prefix, onPrefix }: Omit<Props, 'dataset'>) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(prefix);
  const [seen, setSeen] = useState(prefix);
  const apply = useDebouncedCallback(onPrefix, 200);
  if (prefix !== seen) {
    setSeen(prefix);
    setTyped(prefix);
  }
  const type = (text: string) => {
    setTyped(text);
    apply(text);
  };
  return (
    <TextInput
      w={320}
      aria-label={t('dataset.files.prefix')}
      placeholder={t('dataset.files.prefix')}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="sm" aria-label={t('action.clear')} onClick={() => type('')} />
        )
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};

const Removal = ({
  dataset,
  chosen,
  onDone,
}: {
  dataset: Dataset;
  chosen: Set<string>;
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [asking, askingIs] = useDisclosure(false);
  const remove = useRemoveFiles(dataset.id, (done) => {
    askingIs.close();
    onDone();
    notify(t('dataset.files.removed', { removed: number(done.removed), images: number(done.num_images) }));
  });
  if (chosen.size === 0) return null;
  return (
    <>
      <Text size="sm">{t('dataset.files.selected', { count: chosen.size })}</Text>
      <Button
        color="red"
        variant="light"
        leftSection={<Icon name="trash" size={16} />}
        onClick={askingIs.open}
      >
        {t('dataset.files.remove')}
      </Button>
      <Confirm
        opened={asking}
        title={t('dataset.files.removeTitle')}
        text={t('dataset.files.removeText', { count: chosen.size })}
        submit={t('dataset.files.remove')}
        busy={remove.isPending}
        error={remove.error}
        onSubmit={() => remove.mutate([...chosen])}
        onClose={askingIs.close}
      />
    </>
  );
};

/** The files as they lie in the bucket. */
export const FilesTab = ({ dataset, prefix, onPrefix }: Props) => {
  const { t } = useTranslation();
  const user = useUser();
  const [chosen, setChosen] = useState<Set<string>>(() => new Set());
  const files = useInfiniteQuery({ ...filesQuery(dataset.id, prefix), placeholderData: keepPreviousData });
  const choose = useCallback((path: string, on: boolean) => {
    setChosen((now) => {
      const next = new Set(now);
      if (on) next.add(path);
      else next.delete(path);
      return next;
    });
  }, []);
  const columns = useFileColumns(dataset.id, onPrefix, mayEdit(dataset, user) ? { chosen, choose } : null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = files;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const rows = files.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <div className={classes.filesBar}>
        <Trail prefix={prefix} onPrefix={onPrefix} />
        <div className={classes.findings}>
          <Removal dataset={dataset} chosen={chosen} onDone={() => setChosen(new Set())} />
          {hasNextPage && (
            <Text size="sm" c="dimmed">
              {t('dataset.files.shown', { count: rows.length })}
            </Text>
          )}
          <PrefixField prefix={prefix} onPrefix={onPrefix} />
        </div>
      </div>
      {files.isPending && <LoadingRows />}
      {files.isError && <ProblemNote error={files.error} retry={files.refetch} />}
      {files.isSuccess && rows.length === 0 && (
        <EmptyState
          icon="folder"
          title={t(prefix === '' ? 'dataset.files.noFiles' : 'dataset.files.empty')}
          hint={t(prefix === '' ? 'dataset.overview.emptyHint' : 'dataset.files.emptyHint')}
        />
      )}
      {rows.length > 0 && (
        <div className={classes.fileTable}>
          <VirtualTable
            label={t('dataset.files.table')}
            rows={rows}
            columns={columns}
            rowKey={(file) => file.path}
            rowHeight={38}
            minWidth={640}
            onEnd={more}
          />
        </div>
      )}
    </>
  );
};
