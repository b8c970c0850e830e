import { defineConfig } from '@playwright/test'
import journeys from './playwright.config'

/** What `./punctual bench web` runs: no tests, but figures. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  timeout: 20 * 60_000,
  projects: [
    { name: 'sign-in', testMatch: /e2e\/sign-in\.setup\.ts/ },
    { name: 'bench', testMatch: /bench\/.*\.bench\.ts/, dependencies: ['sign-in'] },
  ],
  use: { ...journeys.use, trace: 'off' },
})
