import { readdirSync } from 'node:fs'
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

const features = readdirSync(new URL('./src/features', import.meta.url))

// Ids are written by hand ("tasks.add.label"); each entry says so with "#. js-lingui-explicit-id". What every page says is
// in src/locales; what a feature says is beside it, and loaded with it.
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['src'] },
    ...features.map((feature) => ({
      path: `<rootDir>/src/features/${feature}/locales/{locale}`,
      include: [`src/features/${feature}`],
    })),
  ],
  format: formatter({ lineNumbers: false }),
})
