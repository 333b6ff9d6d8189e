// The part of Node's module that sealing uses: the platform has it, and its own types do not.
declare module 'node:crypto' {
  export type KeyObject = { readonly type: 'secret' }
  export function createSecretKey(key: Uint8Array): KeyObject

  type Bytes = Uint8Array<ArrayBuffer>
  type Cipher = {
    setAAD(bytes: Uint8Array): void
    update(bytes: Uint8Array): Bytes
    final(): Bytes
    getAuthTag(): Bytes
  }
  type Decipher = {
    setAAD(bytes: Uint8Array): void
    setAuthTag(tag: Uint8Array): void
    update(bytes: Uint8Array): Bytes
    final(): Bytes
  }
  export function createCipheriv(algorithm: 'aes-256-gcm', key: KeyObject, iv: Uint8Array): Cipher
  export function createDecipheriv(algorithm: 'aes-256-gcm', key: KeyObject, iv: Uint8Array): Decipher
}
