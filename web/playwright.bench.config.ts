import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

/** What the screens cost in a real browser: figures are printed, nothing fails by the clock. `bench/run Screens` starts it. */
export default defineConfig({
  ...stories,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  timeout: 1_800_000,
  reporter: 'line',
  use: { ...stories.use, actionTimeout: 60_000 },
});
