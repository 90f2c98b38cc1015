import { defineConfig } from '@playwright/test';

const results = process.env['GOTGAN_E2E_RESULTS'] ?? 'target/e2e';

/** Started by e2e's BrowserStoriesTest against a packaged server, or by hand with the two variables set. */
export default defineConfig({
  testDir: 'e2e',
  // Stories of a bucket need a server that has one: BucketStoriesTest starts it and names them.
  testIgnore: process.env['GOTGAN_E2E_BUCKET'] === undefined ? ['**/bucket/**'] : [],
  outputDir: `${results}/traces`,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1, // the stories share a machine with the server, its database and the browser
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${results}/report.json` }]],
  use: {
    baseURL: process.env['GOTGAN_E2E_URL'] ?? 'http://127.0.0.1:8080',
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['GOTGAN_E2E_CHROMIUM'] ?? '/usr/bin/chromium',
      // As root, Chromium starts only without its sandbox; it meets no page but ours.
      args: ['--no-sandbox', '--force-color-profile=srgb'],
    },
    viewport: { width: 1440, height: 900 },
    trace: 'off',
  },
});
