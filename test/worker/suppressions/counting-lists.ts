/** An environment that notes whose lists of suppressed addresses are asked, beside the real answers. */
export function countingLists(env: Env): { readonly counted: Env; readonly asked: readonly string[] } {
  const asked: string[] = []
  const lists = new Proxy(env.SUPPRESSION_LIST, {
    get: (real, member) =>
      member === 'getByName'
        ? (name: string) => {
            asked.push(name)
            return real.getByName(name)
          }
        : Reflect.get(real, member),
  })
  return { counted: { ...env, SUPPRESSION_LIST: lists }, asked }
}
