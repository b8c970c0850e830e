import { defineConfig } from '@playwright/test'

/** Against a running Punctual: PUNCTUAL_URL is the sign-in link that `./punctual up` printed. It works once, so nothing is tried twice. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's sandbox does not run as root, as which CI does.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
