import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { kitStyles } from './scripts/kit-styles.ts';

const server = process.env['GOTGAN_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), kitStyles('src/app/kit.css')],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': { target: server, ws: true } } },
  build: {
    outDir: process.env['GOTGAN_WEB_OUT'] ?? 'target/dist',
    emptyOutDir: true,
    manifest: true,
    // Since all of these know light-dark(), nothing is written for those that do not.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // The policy lets no data: URL run or frame anything, and a picture of our own is a file like any other.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
  },
});
