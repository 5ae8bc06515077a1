/** A new random key: 128 bits as hexadecimal digits. `crypto.randomUUID` would be missing where the page is not served securely. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
