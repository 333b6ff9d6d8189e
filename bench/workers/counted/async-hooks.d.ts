/** What is used of Node's module, which the platform has: its types are not among the platform's. */
declare module 'node:async_hooks' {
  export class AsyncLocalStorage<Value> {
    run<Made>(value: Value, work: () => Made): Made
    getStore(): Value | undefined
  }
}
