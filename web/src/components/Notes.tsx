import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons';
import classes from './Notes.module.css';
import { dismiss, noteStore } from './notify';

/* Not the kit's notifications: with their transitions they would be a thirtieth of the first load. */

/** The corner where short words of success appear, and where screen readers hear them. */
export const Notes = () => {
  const { t } = useTranslation();
  const notes = useSyncExternalStore(noteStore.subscribe, noteStore.all);
  return (
    <div className={classes.corner} role="status">
      {notes.map((note) => (
        <div key={note.id} className={classes.note}>
          <Icon name="check" />
          <span>{note.text}</span>
          <CloseButton size="sm" aria-label={t('action.close')} onClick={() => dismiss(note.id)} />
        </div>
      ))}
    </div>
  );
};
