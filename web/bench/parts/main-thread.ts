import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string; data?: { frame?: string } };
}

/** What Chromium counts of a page, after everything that nobody holds has been thrown away. */
export const held = async (cdp: CDPSession) => {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
};

/** CPU seconds of the page's main thread since it began. */
export const mainThreadCpu = async (cdp: CDPSession) => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? NaN;
};

export const watched = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return cdp;
};

const FRAME = 'BeginMainThreadFrame';

/** CPU milliseconds of the main thread from the beginning of each frame to that of the next, by Chromium's own trace. */
export const framesOf = async (page: Page, work: () => Promise<void>): Promise<number[]> => {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser around this page');
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
  });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  // Whoever drew most frames is the page that was scrolled.
  const counts = new Map<string, number>();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const frames = traceEvents.filter(({ name }) => name === FRAME);
  for (const event of frames) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  const [thread] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const begins = frames.filter((event) => threadOf(event) === thread).map(({ ts }) => ts);
  begins.sort((a, b) => a - b);
  const tasks = traceEvents
    .filter((event) => threadOf(event) === thread && event.ph === 'X' && event.name === TASK)
    .sort((a, b) => a.ts - b.ts);
  if (tasks.every(({ tdur }) => tdur === undefined)) throw new Error('this trace knows no thread time');
  const cpu = new Array<number>(begins.length).fill(0);
  let frame = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // A frame begins inside of a task: the task belongs to the frame that begins before the task ends.
    while (frame + 1 < begins.length && (begins[frame + 1] ?? Infinity) <= ts + dur) frame += 1;
    if ((begins[frame] ?? Infinity) <= ts + dur) cpu[frame] = (cpu[frame] ?? 0) + tdur / 1000;
  }
  return cpu;
};

const TASK = 'RunTask';
