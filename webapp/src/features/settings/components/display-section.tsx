import { Select } from '@/components/select'
import { languageFor, speak, useText } from '@/lib/i18n'
import { setPreferences, usePreferences } from '@/lib/preferences'
import { SettingsSection } from './settings-section'

/** How the app looks and speaks on this device. */
export function DisplaySection() {
  const text = useText()
  const { theme, rows, language } = usePreferences()
  return (
    <SettingsSection title={text('settings.display')} what={text('settings.displayWhat')}>
      <div className="grid gap-4 p-4 tablet:grid-cols-3">
        <Select
          label={text('settings.theme')}
          value={theme}
          choices={(['system', 'light', 'dark'] as const).map((value) => ({ value, name: text(`settings.theme.${value}`) }))}
          onChange={(value) => setPreferences({ theme: value })}
        />
        <Select
          label={text('settings.rows')}
          value={rows}
          choices={(['comfortable', 'compact'] as const).map((value) => ({ value, name: text(`settings.rows.${value}`) }))}
          onChange={(value) => setPreferences({ rows: value })}
        />
        <Select
          label={text('settings.language')}
          value={language}
          choices={(['system', 'en', 'de'] as const).map((value) => ({ value, name: text(`settings.language.${value}`) }))}
          onChange={(value) => {
            setPreferences({ language: value })
            void speak(value === 'system' ? languageFor(navigator.languages) : value)
          }}
        />
      </div>
    </SettingsSection>
  )
}
