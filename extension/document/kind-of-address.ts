/** The kinds of request that an address stands for, where the shape of a half-written body cannot tell. */
const KIND_OF_ADDRESS: readonly (readonly [RegExp, string])[] = [
  [/\/orders\/instant\/sms\/?$/i, 'instant-sms'],
  [/\/orders\/instant\/email\/?$/i, 'instant-email'],
  [/\/orders\/instant\/?$/i, 'instant'],
  [/\/future\/orders\/composed-email\/?$/i, 'composed-email'],
  [/\/future\/orders\/?$/i, 'order'],
  [/\/v1\/orders\/email\/?$/i, 'orders-email'],
  [/\/v1\/orders\/sms\/?$/i, 'orders-sms'],
  [/\/v1\/orders\/?$/i, 'orders'],
  [/\/correspondence\/?$/i, 'correspondence'],
]

/** The kind of request that is posted to an address; `undefined` where the address does not tell. */
export function kindOfAddress(address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/)
  return KIND_OF_ADDRESS.find(([pattern]) => pattern.test(path))?.[1]
}
