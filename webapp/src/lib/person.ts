const KEY = 'punctual.person'
/** Where the storage is closed, it holds until the page is closed. */
let here: string | null = null

/** The id of the person whom the gateway last said to be signed in here; no secret. */
export function personHere(): string | null {
  try {
    return localStorage.getItem(KEY) ?? here
  } catch {
    return here
  }
}

export function setPersonHere(id: string): void {
  here = id
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // the storage is closed: nothing is kept in it
  }
}
