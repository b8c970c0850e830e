// Shows what is pushed, also while no page is open. Kept apart from the pages: its scope is /push/ alone.
self.addEventListener('push', (event) => {
  const { title, id, taskId } = event.data?.json() ?? {}
  event.waitUntil(self.registration.showNotification(title ?? 'Punctual', { tag: id, icon: '/favicon.svg', badge: '/favicon.svg', data: { taskId } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => {
      const { taskId } = event.notification.data ?? {}
      const open = pages.find((page) => new URL(page.url).origin === self.location.origin)
      return open === undefined ? self.clients.openWindow(taskId === undefined ? '/' : `/?task=${taskId}`) : open.focus()
    }),
  )
})
