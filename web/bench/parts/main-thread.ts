import type { CDPSession, Page } from '@playwright/test';

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

/** CPU milliseconds of the main thread for each frame that was drawn meanwhile, in the mean. */
export const cpuOfFrames = async (page: Page, cdp: CDPSession, work: () => Promise<void>) => {
  await page.evaluate(() => {
    const drawn = { frames: 0 };
    Object.assign(globalThis, { drawn });
    const next = () => {
      drawn.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const before = await mainThreadCpu(cdp);
  await work();
  const cpu = (await mainThreadCpu(cdp)) - before;
  const frames = await page.evaluate(
    () => (globalThis as unknown as { drawn: { frames: number } }).drawn.frames,
  );
  return { frames, mean: (1000 * cpu) / frames };
};
