/** An Idempotency-Key: what is sent again with the same key is done once. (`randomUUID` is there on https and localhost only.) */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
