import { defineConfig } from '@playwright/test'

/**
 * Against a real Punctual: one that e2e/punctual.ts starts, or the one whose sign-in link PUNCTUAL_URL is. The link works
 * once, so nothing is tried twice.
 */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/punctual.ts',
  workers: 1,
  // A function that starts from zero on a busy machine, and goes back to zero after 30 s.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  retries: 0,
  projects: [
    { name: 'sign-in', testMatch: /sign-in\.setup\.ts/ },
    { name: 'journeys', testMatch: /\.spec\.ts/, dependencies: ['sign-in'] },
  ],
  reporter: 'list',
  use: {
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's sandbox does not run as root, as which CI does.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
