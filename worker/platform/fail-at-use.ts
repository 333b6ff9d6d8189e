/**
 * Makes something now, and throws what went wrong only where it is used.
 *
 * Objects read their settings so: one whose constructor fails never comes to its alarm, and the platform gives up an alarm
 * after a few tries. A mistake in a deployment would leave what waits there waiting for ever.
 */
export function failAtUse<Made>(make: () => Made): () => Made {
  try {
    const made = make()
    return () => made
  } catch (error) {
    return () => {
      throw error
    }
  }
}
