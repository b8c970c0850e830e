/** Keeps the app itself on this device, so that it opens without a connection. (Workers are there on https and localhost only.) */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => {
    // Without one it all works but for this.
    void navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined)
  }
  // After what is shown now: its files are asked for first.
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
