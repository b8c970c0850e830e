// The service worker; write-worker.mjs puts the shell's version and files in. It holds the shell of the app and nothing of
// anybody's: what is under /api/ never passes through here.
const { version, files } = SHELL
const PREFIX = 'punctual-shell-'
const CACHE = PREFIX + version
/** How long a page waits for the network before it is the kept one, in milliseconds. */
const PATIENCE = 3_000

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|mcp)(\/|$)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (files.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
})

async function fill() {
  const cache = await caches.open(CACHE)
  await Promise.all(
    files.map(async (file) => {
      // An asset's name changes with its content: the one that an older shell has is the same.
      const known = file.startsWith('/assets/') ? await kept(file) : undefined
      const answer = known ?? (await fetch(file, { cache: file.startsWith('/assets/') ? 'default' : 'no-cache' }))
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      await cache.put(file, answer)
    }),
  )
}

async function takeOver() {
  await self.registration.navigationPreload?.enable()
  // A page of the version before may still be open and need a part that it has not loaded yet.
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** From the network, so that a new version is there at once; the kept one when there is no answer, or none in time. */
async function page({ request, preloadResponse }) {
  const asked = Promise.resolve(preloadResponse).then((answer) => answer ?? fetch(request))
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  const answer = await Promise.race([asked.catch(() => undefined), late])
  if (answer !== undefined && answer.status < 500) return answer
  return (await kept('/')) ?? asked
}

const kept = async (file) => (await (await caches.open(CACHE)).match(file, { ignoreVary: true })) ?? caches.match(file, { ignoreVary: true })
