// Makes the icons that a device asks for as pictures, from public/favicon.svg; run by hand when that has changed.
import { chromium } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'

const at = (name) => new URL(`../public/${name}`, import.meta.url)
const svg = readFileSync(at('favicon.svg'), 'utf8')

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
for (const [name, size, whole] of [['icon-192.png', 192, false], ['icon-512.png', 512, false], ['icon-maskable.png', 512, true], ['apple-touch-icon.png', 180, true]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  // Of one that a device cuts to a shape of its own, a fifth may go on each side; the sign keeps within that.
  const ground = whole ? '#0f6b6b' : 'transparent'
  await page.setContent(
    `<style>html,body{margin:0;height:100%;background:${ground}}body{display:grid;place-items:center}svg{width:100%;height:100%}</style>${svg}`,
  )
  writeFileSync(at(name), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
