import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

/** What the screens cost in a real browser: figures are printed, nothing fails by the clock. `bench/run Screens` starts it. */
const told = (name: string) => process.env[`BENCH_${name}`] ?? process.env[`GOTGAN_E2E_${name}`];

for (const name of ['URL', 'PASSWORD', 'RESULTS']) {
  const value = told(name);
  if (value) process.env[`GOTGAN_E2E_${name}`] = value; // the parts of the stories read it
}

export default defineConfig({
  ...stories,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  timeout: 1_800_000,
  reporter: 'line',
  outputDir: told('RESULTS') ? `${told('RESULTS')}/playwright` : 'target/e2e/playwright',
  use: { ...stories.use, baseURL: told('URL') ?? 'http://127.0.0.1:8080', actionTimeout: 60_000 },
});
