import type { NewChannel } from '../api/types'

const WORKER = '/push-worker.js'
const SCOPE = '/push/'

/** Whether this browser can be told something while no page is open. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
}

/**
 * Subscribes this browser, asking the person when they were not asked before; null when they do not want it.
 *
 * @param key of this installation, Base64url
 * @param name how the channel is to be called
 */
export async function subscribe(key: string, name: string): Promise<NewChannel | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  const subscription =
    (await registration.pushManager.getSubscription()) ??
    (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }))
  const { endpoint, keys } = subscription.toJSON()
  if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined) return null
  return { kind: 'push', name, target: endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
}

/** What this browser is called by people: "Firefox · Linux". */
export function browserName(userAgent: string): string {
  const browser = userAgent.includes('Edg/')
    ? 'Edge'
    : userAgent.includes('Firefox/')
      ? 'Firefox'
      : userAgent.includes('Chrome/')
        ? 'Chrome'
        : userAgent.includes('Safari/')
          ? 'Safari'
          : ''
  const system = [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Mac OS', 'Mac'],
    ['Windows', 'Windows'],
    ['Linux', 'Linux'],
  ].find(([sign]) => userAgent.includes(sign ?? ''))?.[1]
  return [browser, system].filter(Boolean).join(' · ')
}
