import { useFormat } from '@/lib/format';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './health.module.css';

/** Counts beside one another: names, bars and figures in one list, so that nothing has to be read off an axis. */
export const Bars = ({
  label,
  bars,
}: {
  label: string;
  bars: readonly { name: string; count: number }[];
}) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const most = Math.max(0, ...bars.map(({ count }) => count));
  if (most === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('health.noFigures')}
      </Text>
    );
  }
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ name, count }) => (
        <li key={name}>
          <span>{name}</span>
          <span className={classes.track}>
            <span style={{ width: `${(100 * count) / most}%` }} data-none={count === 0 || undefined} />
          </span>
          <strong>{number(count)}</strong>
        </li>
      ))}
    </ul>
  );
};
