/**
 * What this device keeps in IndexedDB, so that a page can be read, and written to, without a connection. No secret is kept
 * here: who somebody is stands in a cookie that no script can read.
 */
const NAME = 'punctual'
const VERSION = 1

/** `reads`: what was read, by the query's hash. `writes`: what is to be sent, by its number, which gives the order. */
type StoreName = 'reads' | 'writes'

/** Where there is no IndexedDB, or it is closed: it holds until the page is closed. */
const memory = { reads: new Map<IDBValidKey, unknown>(), writes: new Map<IDBValidKey, unknown>() }
let lastNumber = 0
let opened: Promise<IDBDatabase | null> | undefined

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') {
      resolve(null)
      return
    }
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('reads').createIndex('at', 'at')
      request.result.createObjectStore('writes', { keyPath: 'id', autoIncrement: true })
    }
    request.onsuccess = () => {
      // Another window brings a newer version of us: it is not kept waiting.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => resolve(null)
  })
  return opened
}

/** Runs one transaction; what it gives back is the answer of the request that `act` made. */
async function within<Answer = undefined>(
  store: StoreName,
  mode: IDBTransactionMode,
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an act may have no answer to give
  act: (at: IDBObjectStore) => IDBRequest<Answer> | void,
): Promise<Answer | undefined> {
  const database = await open()
  if (database === null) return undefined
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request instanceof IDBRequest ? request.result : undefined)
    transaction.onabort = () => reject(transaction.error ?? new Error('the storage refused it'))
  })
}

const hasStorage = async () => (await open()) !== null

export async function readOne<Value>(store: StoreName, key: IDBValidKey): Promise<Value | undefined> {
  if (!(await hasStorage())) return memory[store].get(key) as Value | undefined
  return (await within(store, 'readonly', (at) => at.get(key) as IDBRequest<Value | undefined>)) ?? undefined
}

/** Every write, the first first. */
export async function readAll<Value>(store: StoreName): Promise<Value[]> {
  if (!(await hasStorage())) return [...memory[store].values()] as Value[]
  return (await within(store, 'readonly', (at) => at.getAll() as IDBRequest<Value[]>)) ?? []
}

/** Puts many under their keys, in one transaction. */
export async function putAll(store: 'reads', values: readonly (readonly [key: string, value: unknown])[]): Promise<void> {
  if (!(await hasStorage())) values.forEach(([key, value]) => memory[store].set(key, value))
  else await within(store, 'readwrite', (at) => values.forEach(([key, value]) => at.put(value, key)))
}

/** Adds one at the end; its number. */
export async function append(value: object): Promise<number> {
  if (await hasStorage()) return Number(await within('writes', 'readwrite', (at) => at.add(value)))
  memory.writes.set(++lastNumber, { ...value, id: lastNumber })
  return lastNumber
}

export async function replace(value: { id: number }): Promise<void> {
  if (!(await hasStorage())) memory.writes.set(value.id, value)
  else await within('writes', 'readwrite', (at) => at.put(value))
}

export async function remove(store: StoreName, keys: readonly IDBValidKey[]): Promise<void> {
  if (!(await hasStorage())) keys.forEach((key) => memory[store].delete(key))
  else await within(store, 'readwrite', (at) => keys.forEach((key) => at.delete(key)))
}

export async function clear(store: StoreName): Promise<void> {
  memory[store].clear()
  await within(store, 'readwrite', (at) => at.clear())
}

/** Forgets all but the newest reads, without looking into any. */
export async function keepNewest(count: number): Promise<void> {
  await within('reads', 'readwrite', (at) => {
    const keys = at.index('at').getAllKeys()
    keys.onsuccess = () => keys.result.slice(0, -count).forEach((key) => at.delete(key))
  })
}
