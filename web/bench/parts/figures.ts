import { readFileSync } from 'node:fs';

/** Prints a figure beside the load that it was measured under. */
export const say = (what: string, figure: string) => {
  const [load] = readFileSync('/proc/loadavg', 'utf8').split(' ');
  process.stdout.write(`\n${what.padEnd(58)} ${figure}  (load ${load ?? '?'})\n`);
};

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
