import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { createAppRouter } from './app/router'
import { meOptions } from './features/session/api/get-me'
import { tasksOptions, todaySearch } from './features/tasks/api/get-tasks'
import { createQueryClient } from './lib/query-client'
import { languageFor, speak } from './lib/i18n'
import { apply, getPreferences } from './lib/preferences'
import { registerWorker } from './lib/register-worker'
import './styles/app.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

apply()
const client = createQueryClient()
// Asked for at once, side by side: what the first page needs is on its way before anything is drawn.
void client.query(meOptions).catch(() => undefined)
if (window.location.pathname === '/') void client.infiniteQuery(tasksOptions(todaySearch)).catch(() => undefined)
const { language } = getPreferences()
const wanted = language === 'system' ? languageFor(navigator.languages) : language
if (wanted !== 'en') await speak(wanted)

createRoot(root).render(
  <StrictMode>
    <App client={client} router={createAppRouter()} />
  </StrictMode>,
)

registerWorker()
