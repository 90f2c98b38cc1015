import { test, type Page } from '@playwright/test';
import { browserOf, ENGLISH, signIn } from '../e2e/parts/people';
import { median, say } from './parts/figures';
import { cpuOfFrames, held, watched } from './parts/main-thread';

const DATASET = process.env['BENCH_DATASET'] ?? '';
const IMAGES = Number(process.env['BENCH_IMAGES'] ?? 100_000);
const ADMIN = { email: 'admin@localhost', password: process.env['GOTGAN_E2E_PASSWORD'] ?? '' };
const GALLERY = `/datasets/${DATASET}/images`;
const VISITS = 5;
const WHEEL = 40; // a gentle hand: 2,400 pixels a second where sixty frames are drawn

interface Seen {
  first?: number;
  all?: number;
}

/** Notes when the first picture and all pictures in sight are there, on the page's own clock. */
const watchPictures = (page: Page) =>
  page.addInitScript(() => {
    const seen: Seen = {};
    Object.assign(globalThis, { seen });
    const look = () => {
      const inSight = [...document.querySelectorAll<HTMLImageElement>('[data-image] img')].filter((img) => {
        const { top } = img.getBoundingClientRect();
        return top < innerHeight;
      });
      const there = inSight.filter((img) => img.complete && img.naturalWidth > 0).length;
      if (there > 0) seen.first ??= performance.now();
      if (there > 0 && there === inSight.length) seen.all ??= performance.now();
      if (seen.all === undefined) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const visit = async (page: Page) => {
  await page.goto(GALLERY);
  const told = await page.waitForFunction(() => {
    const { seen } = globalThis as unknown as { seen: Seen };
    return seen.all === undefined ? null : seen;
  });
  return (await told.jsonValue()) as Required<Seen>;
};

const scroller = (page: Page) => page.getByRole('region', { name: 'Images' });

test('the first pictures of a gallery', async ({ browser }) => {
  const context = await browserOf(browser, ENGLISH);
  const page = await context.newPage();
  await signIn(page, ADMIN, ENGLISH);
  await watchPictures(page);

  const cold = await visit(page);
  say('first pictures, no thumbnail made before', `first ${ms(cold.first)}, all in sight ${ms(cold.all)}`);
  const warm: Required<Seen>[] = [];
  for (let n = 0; n < VISITS; n++) {
    const fresh = await browserOf(browser, ENGLISH); // nothing in its own cache
    const other = await fresh.newPage();
    await signIn(other, ADMIN, ENGLISH);
    await watchPictures(other);
    warm.push(await visit(other));
    await fresh.close();
  }
  const first = median(warm.map((seen) => seen.first));
  const all = median(warm.map((seen) => seen.all));
  say(
    `first pictures, thumbnails made before, median of ${VISITS}`,
    `first ${ms(first)}, all in sight ${ms(all)}`,
  );
  await context.close();
});

test('scrolling a gallery', async ({ browser }) => {
  const context = await browserOf(browser, ENGLISH);
  const page = await context.newPage();
  await signIn(page, ADMIN, ENGLISH);
  await watchPictures(page);
  await visit(page);
  const cdp = await watched(page);
  const box = await scroller(page).boundingBox();
  if (box === null) throw new Error('no gallery');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  const glide = async (distance: number) => {
    for (let gone = 0; gone < distance; gone += WHEEL) await page.mouse.wheel(0, WHEEL);
  };
  await glide(2400);
  for (const round of ['near the top', 'further down']) {
    const { frames, mean } = await cpuOfFrames(page, cdp, () => glide(12_000));
    say(`main-thread CPU a frame, 170 px tiles, ${round}`, `${ms(mean)} in the mean of ${frames} frames`);
    if (round === 'near the top') await sayHeld(cdp, 'after some pages');
    else break;
    await reach(page, IMAGES / 2);
    await sayHeld(cdp, `at image ${IMAGES / 2}`);
  }
  await reach(page, IMAGES - 1);
  await sayHeld(cdp, 'at the end');
  await context.close();
});

const ms = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;

const sayHeld = async (cdp: Awaited<ReturnType<typeof watched>>, where: string) => {
  const { heap, nodes, listeners } = await held(cdp);
  say(`held by the page ${where}`, `${heap.toFixed(1)} MB heap, ${nodes} nodes, ${listeners} listeners`);
};

/** Scrolls until that image has been drawn, as somebody does who drags the bar down as often as it grows. */
const reach = (page: Page, index: number) =>
  scroller(page).evaluate(
    (element, wanted) =>
      new Promise<void>((done) => {
        const step = () => {
          const last = [...element.querySelectorAll<HTMLElement>('[data-index]')].at(-1);
          if (Number(last?.dataset['index'] ?? -1) >= wanted) {
            done();
            return;
          }
          element.scrollTop = element.scrollHeight;
          setTimeout(step, 16);
        };
        step();
      }),
    index,
  );
