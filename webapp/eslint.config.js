import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { readdirSync } from 'node:fs'
import tseslint from 'typescript-eslint'

const features = readdirSync(new URL('./src/features', import.meta.url))

/** Imports go one way: app → features/<name> → components, hooks, lib, api. A feature knows no other feature. */
const mayNotImport = (files, patterns, message) => ({
  files,
  ignores: ['**/*.test.{ts,tsx}'],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] },
})

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'src/lib/message-ids.d.ts', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat['recommended-latest'],
      jsxA11y.flatConfigs.strict,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Focus, keys and the pointer's coming and going bubble to containers; only clicks make an element interactive.
      'jsx-a11y/no-noninteractive-element-interactions': ['error', { handlers: ['onClick', 'onMouseDown', 'onMouseUp'] }],
      'jsx-a11y/no-static-element-interactions': ['error', { handlers: ['onClick', 'onMouseDown', 'onMouseUp'] }],
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  { files: ['scripts/**'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
  { files: ['scripts/worker.js'], languageOptions: { globals: { self: 'readonly', caches: 'readonly', fetch: 'readonly', setTimeout: 'readonly', SHELL: 'readonly' } } },
  { files: ['public/**'], languageOptions: { globals: { self: 'readonly', URL: 'readonly' } } },
  { files: ['*.config.js'], languageOptions: { globals: { URL: 'readonly' } } },
  mayNotImport(
    ['src/{components,hooks,lib,api}/**'],
    ['@/features/**', '@/app/**'],
    'components, hooks, lib and api know no feature and no app.',
  ),
  ...features.map((feature) =>
    mayNotImport(
      [`src/features/${feature}/**`],
      ['@/app/**', ...features.filter((other) => other !== feature).map((other) => `@/features/${other}/**`)],
      'A feature knows neither the app nor another feature: what they share belongs into components, hooks or lib.',
    ),
  ),
)
