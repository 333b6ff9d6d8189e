import type { Provider } from '../providers/provider.ts'
import { ProviderCircuit } from './provider-circuit.ts'

/** What this process knows of each provider. Each process learns it anew, from its own few messages. */
export class ProviderCircuits {
  readonly #circuits = new Map<Provider, ProviderCircuit>()

  of(provider: Provider): ProviderCircuit {
    const known = this.#circuits.get(provider)
    if (known) return known
    const made = new ProviderCircuit(provider.name)
    this.#circuits.set(provider, made)
    return made
  }
}
