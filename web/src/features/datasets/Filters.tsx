import { Icon } from '@/components/icons';
import { FORMATS, TASKS, VISIBILITIES } from '@/entities/dataset/dataset';
import { taskClass } from '@/entities/dataset/labels';
import { Button, CloseButton, Kbd, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './datasets.module.css';
import { isFiltered, type ListSearch } from './search';

export type ChangeSearch = (change: { [K in keyof ListSearch]?: ListSearch[K] | undefined }) => void;

const SearchField = ({ search, onChange }: { search: ListSearch; onChange: ChangeSearch }) => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search.q ?? '');
  const [seen, setSeen] = useState(search.q);
  const apply = useDebouncedCallback(
    (q: string) => onChange({ q: q.trim() === '' ? undefined : q.trim() }),
    200,
  );
  if (search.q !== seen) {
    setSeen(search.q); // the address changed under us: back, a link, another filter cleared
    if ((search.q ?? '') !== typed.trim()) setTyped(search.q ?? '');
  }
  useEffect(() => {
    if (search.find !== true) return;
    field.current?.focus();
    onChange({ find: undefined });
  }, [search.find, onChange]);
  const type = (q: string) => {
    setTyped(q);
    apply(q);
  };
  return (
    <TextInput
      ref={field}
      className={classes.search ?? ''}
      role="searchbox"
      aria-label={t('datasets.list.search')}
      placeholder={t('datasets.list.search')}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs">/</Kbd>
        ) : (
          <CloseButton size="sm" aria-label={t('action.clear')} onClick={() => type('')} />
        )
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};

const TaskChips = ({ search, onChange }: { search: ListSearch; onChange: ChangeSearch }) => {
  const { t } = useTranslation();
  return (
    <div
      className={classes.chips}
      role="group"
      aria-label={t('datasets.list.taskFilter')}
      data-chosen={search.task === undefined ? undefined : true}
    >
      {TASKS.map((task) => (
        <button
          key={task}
          type="button"
          className={classes.chip}
          aria-pressed={search.task === task}
          onClick={() => onChange({ task: search.task === task ? undefined : task })}
        >
          <span className={taskClass(task)}>{t(`task.${task}`)}</span>
        </button>
      ))}
    </div>
  );
};

const tagList = (tags: string | undefined) => (tags === undefined ? [] : tags.split(','));

/** Everything that narrows the list; all of it stands in the address. */
export const Filters = ({
  search,
  signedIn,
  onChange,
}: {
  search: ListSearch;
  signedIn: boolean;
  onChange: ChangeSearch;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.filters}>
        <SearchField search={search} onChange={onChange} />
        <Select
          w={150}
          clearable
          aria-label={t('datasets.list.format')}
          placeholder={t('datasets.list.format')}
          data={FORMATS.map((format) => ({ value: format, label: t(`format.${format}`) }))}
          value={search.format ?? null}
          onChange={(format) => onChange({ format: format ?? undefined })}
        />
        <Select
          w={150}
          clearable
          aria-label={t('datasets.list.visibility')}
          placeholder={t('datasets.list.visibility')}
          data={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
          value={search.visibility ?? null}
          onChange={(visibility) => onChange({ visibility: visibility ?? undefined })}
        />
        <TagsInput
          w={200}
          aria-label={t('datasets.list.tags')}
          placeholder={search.tags === undefined ? t('datasets.list.tags') : ''}
          title={t('datasets.list.tagsHint')}
          splitChars={[',']}
          value={tagList(search.tags)}
          onChange={(tags) => onChange({ tags: tags.length === 0 ? undefined : tags.join(',') })}
        />
        {signedIn && (
          <Switch
            label={t('datasets.list.mine')}
            checked={search.owner === 'me'}
            onChange={(event) => onChange({ owner: event.currentTarget.checked ? 'me' : undefined })}
          />
        )}
      </div>
      <div className={classes.filters}>
        <TaskChips search={search} onChange={onChange} />
        {isFiltered(search) && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Icon name="x" size={14} />}
            onClick={() =>
              onChange({
                q: undefined,
                task: undefined,
                format: undefined,
                visibility: undefined,
                owner: undefined,
                tags: undefined,
              })
            }
          >
            {t('datasets.list.clearFilters')}
          </Button>
        )}
      </div>
    </>
  );
};
