import { useFormat } from '@/lib/format';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colourOf } from './colours';
import classes from './images.module.css';
import type { Figures } from '@/entities/dataset/show-figures';

const MANY = 12;

/** Every class with the number of images that show it; one of them filters. */
export const ClassList = ({
  figures,
  names,
  chosen,
  onChoose,
}: {
  figures: Figures;
  names: readonly string[];
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
}) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [typed, setTyped] = useState('');
  const most = Math.max(1, ...figures.classes.map(({ images }) => images));
  const found = figures.classes.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <aside className={classes.side} aria-label={t('images.classes')}>
      <h2 className={classes.sideTitle}>{t('images.classes')}</h2>
      {figures.classes.length > MANY && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={t('images.findClass')}
          placeholder={t('images.findClass')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {figures.classes.length === 0 && <p className={classes.dim}>{t('images.noClasses')}</p>}
      <ul className={classes.classes}>
        {found.map(({ name, images }) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={name === chosen}
              onClick={() => onChoose(name === chosen ? undefined : name)}
              title={name}
            >
              <span
                className={classes.share}
                style={{ width: `${(100 * images) / most}%`, background: colourOf(name, names) }}
              />
              <span className={classes.dot} style={{ background: colourOf(name, names) }} />
              <bdi className={classes.className}>{name}</bdi>
              <span className={classes.classCount}>{number(images)}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
};
