import { useFormat } from '@/lib/format';
import classes from './charts.module.css';

const COLOURS = ['#1971c2', '#7048e8', '#e8590c', '#0c8599', '#c2255c', '#5c940d'] as const;

export interface Share {
  name: string;
  count: number;
}

/** How a whole is divided: a bar, and beside it the same in words. */
export const SplitBar = ({ shares, label }: { shares: readonly Share[]; label: string }) => {
  const { number, percent } = useFormat();
  const whole = shares.reduce((sum, share) => sum + share.count, 0);
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={label}>
        {shares.map((share, index) => (
          <span
            key={share.name}
            style={{ flexGrow: share.count, background: COLOURS[index % COLOURS.length] }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {shares.map((share, index) => (
          <li key={share.name}>
            <span className={classes.dot} style={{ background: COLOURS[index % COLOURS.length] }} />
            <bdi>{share.name}</bdi>
            <strong>{number(share.count)}</strong>
            <span className={classes.share}>{percent(whole === 0 ? 0 : share.count / whole)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
