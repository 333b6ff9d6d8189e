/** How long the start may wait for the register; what is not stored then is stored at the next start. */
const SEED_WITHIN_MS = 5_000

/** Synthetic persons: no such number is given to anybody. One has reserved, one has no address, one's messages fail. */
const PERSONS = {
  '08900499559': { name: 'Ola Nordmann', email: 'ola.nordmann@example.com', mobile: '+4799999001' },
  '07827199405': { name: 'Kari Nordmann', mobile: '+4799999002' },
  '13876698239': { name: 'Per Reservert', email: 'per@example.com', mobile: '+4799999003', reserved: true },
  '10108000398': { name: 'Anne Adresseløs' },
  '26818099001': { name: 'Nils Umulig', email: 'bounced@simulator.test', mobile: '+4799990003' },
}

/** Organisations with names of our own: several addresses, one, only a mobile, none. */
const ORGANIZATIONS = {
  '991825827': {
    name: 'Eksempeldirektoratet',
    emails: ['post@example.com', 'vakt@example.com'],
    mobiles: ['+4799999101'],
  },
  '313756270': { name: 'Rask Elg AS', emails: ['rask.elg@example.com'] },
  '311234579': { name: 'Blå Fjord Borettslag', mobiles: ['+4799999102'] },
  '312469146': { name: 'Stille Vann AS' },
}

/** Stores a party unless the register knows of it: what somebody has changed stays changed. */
const storeIfUnknown = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(SEED_WITHIN_MS),
  })

/** Gives the embedded register somebody to know. A register that is away is no reason not to start. */
export async function seedRegister(url: string): Promise<void> {
  const parties = [
    ...Object.entries(PERSONS).map(([number, person]) => [`persons/${number}`, person] as const),
    ...Object.entries(ORGANIZATIONS).map(
      ([number, organization]) => [`organizations/${number}`, organization] as const,
    ),
  ]
  await Promise.allSettled(parties.map(([path, party]) => storeIfUnknown(`${url}/dev/register/${path}`, party)))
}
