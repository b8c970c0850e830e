import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

// Ids are written by hand ("tasks.add.label"); each entry says so with "#. js-lingui-explicit-id".
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  format: formatter({ lineNumbers: false }),
})
