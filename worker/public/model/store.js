/**
 * Keeps a state, and tells one listener of its changes, at most once a frame: a thousand messages in a second are
 * not a thousand pages drawn.
 *
 * @template State
 * @param {State} initial
 * @param {(state: State) => void} changed
 */
export function createStore(initial, changed) {
  let state = initial
  let asked = false

  function tell() {
    asked = false
    changed(state)
  }

  return {
    get: () => state,
    /** @param {(state: State) => State} change */
    update(change) {
      state = change(state)
      if (asked) return
      asked = true
      requestAnimationFrame(tell)
    },
  }
}
