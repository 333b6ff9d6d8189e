/** Keeps a state. */
export type Store<State> = {
  get(): State
  update(change: (state: State) => State): void
}

/**
 * Keeps a state, and tells one listener of its changes, at most once a frame: a thousand messages in a second are
 * not a thousand pages drawn.
 */
export function createStore<State>(initial: State, changed: (state: State) => void): Store<State> {
  let state = initial
  let asked = false

  function tell(): void {
    asked = false
    changed(state)
  }

  return {
    get: () => state,
    update(change) {
      const next = change(state)
      if (next === state) return
      state = next
      if (asked) return
      asked = true
      requestAnimationFrame(tell)
    },
  }
}
