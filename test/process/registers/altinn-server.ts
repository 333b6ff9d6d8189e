import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose'

export const CLIENT_ID = 'straks-client'
export const KEY_ID = 'straks-key'
export const SUBSCRIPTION_KEY = 'abonnement-1'
export const PLATFORM_SCOPES = 'altinn:register/partylookup.admin altinn:authorization/authorize'
const CONTACT_SCOPE = 'krr:global/kontaktinformasjon.read'

/** Maskinporten refuses a grant that lasts longer, and one with a claim it does not know. */
const GRANT_MAX_SECONDS = 120

/** How far a client's clock may be off. */
const CLOCK_TOLERANCE_SECONDS = 10

/** Slower than anybody likes, and quicker than anybody gives up. */
const SLOW_MS = 1_700

const GRANT_CLAIMS = ['aud', 'iss', 'iat', 'exp', 'jti', 'scope']

export type Service = 'maskinporten' | 'altinn-authentication' | 'krr' | 'profile' | 'register' | 'authorization'

/** How a service misbehaves. */
export type Fault =
  | 'error'
  | 'busy'
  | 'hang'
  | 'cut'
  | 'slow'
  | 'malformed'
  | 'no-json'
  | 'redirect'
  | 'refuse'
  | 'unauthorized'

type Party = Record<string, unknown>
type Json = Record<string, unknown>
type Question = { readonly body: Json; readonly token: string | undefined; readonly request: IncomingMessage }

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

const member = (value: unknown, name: string): unknown => Object(value)[name]

/** An answer in the other of the two spellings that Altinn's frameworks have. */
const withLargeInitials = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withLargeInitials)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      withLargeInitials(inner),
    ]),
  )
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

/**
 * Maskinporten, KRR and Altinn's platform on this machine. Grants are verified, tokens are believed only where they
 * belong, and each service can be made to misbehave.
 */
export class AltinnServer {
  /** What the contact register has, by national identity number. */
  readonly contacts = new Map<string, Party>()
  /** What Profile has of persons and organisations, and of organisations' users, by number. */
  readonly copies = new Map<string, Party>()
  readonly organizations = new Map<string, Party>()
  readonly users = new Map<string, Party>()
  readonly names = new Map<string, string>()
  /** The users who may do what with which resource, as `user action resource`. */
  readonly rights = new Set<string>()
  readonly faults = new Map<Service, Fault>()
  /** What each service was asked, faults included. */
  readonly asked: { readonly service: Service; readonly body: Json }[] = []
  /** Why grants or tokens were not believed. */
  readonly complaints: string[] = []
  tokenLifetimeSeconds = 120
  url = ''
  /** The client's private key, as its settings have it. */
  privateKey: JWK = {}

  #verifyKey: CryptoKey | undefined
  readonly #secret = crypto.getRandomValues(new Uint8Array(32))
  readonly #scopes = new Map<string, string>()
  readonly #exchanged = new Set<string>()
  readonly #usedGrants = new Set<unknown>()
  readonly #hanging = new Set<ServerResponse>()
  readonly #server = createServer((request, response) => void this.#serve(request, response))

  async listen(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    this.#verifyKey = publicKey
    this.privateKey = { ...(await exportJWK(privateKey)), kid: KEY_ID, alg: 'RS256' }
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (typeof address === 'object' && address) this.url = `http://127.0.0.1:${address.port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Heals everything and forgets what was asked. */
  reset(): void {
    for (const known of [this.contacts, this.copies, this.organizations, this.users, this.names, this.faults])
      known.clear()
    this.rights.clear()
    this.asked.length = 0
    this.complaints.length = 0
    this.tokenLifetimeSeconds = 120
  }

  /** The settings of a service that is to use this one. */
  settings(): Readonly<Record<string, string>> {
    return {
      MASKINPORTEN_ISSUER: `${this.url}/`,
      MASKINPORTEN_CLIENT_ID: CLIENT_ID,
      MASKINPORTEN_KEY: JSON.stringify(this.privateKey),
      KRR_URL: this.url,
      ALTINN_URL: this.url,
      ALTINN_SCOPES: PLATFORM_SCOPES,
      ALTINN_SUBSCRIPTION_KEY: SUBSCRIPTION_KEY,
    }
  }

  /** How often a service was asked. */
  count(service: Service): number {
    return this.asked.filter((question) => question.service === service).length
  }

  /** The bodies that a service was asked with. */
  bodies(service: Service): readonly Json[] {
    return this.asked.filter((question) => question.service === service).map(({ body }) => body)
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readAll(request)
    const route = this.#routes[`${request.method} ${request.url}`]
    if (!route) {
      this.complaints.push('something was asked that no service has')
      return void response.writeHead(404).end()
    }
    const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded'
    const body: Json = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text === '' ? '{}' : text)
    this.asked.push({ service: route.service, body })
    const fault = this.faults.get(route.service)
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    else if (fault) return this.#misbehave(fault, response)
    const token = request.headers.authorization?.replace(/^Bearer /, '')
    const answer = await route.answer({ body, token, request }).catch((error: unknown) => {
      this.complaints.push(String(error))
      return undefined
    })
    if (answer === undefined) return void response.writeHead(401).end()
    const isText = typeof answer === 'string'
    response.setHeader('content-type', isText ? 'text/plain' : 'application/json')
    response.end(isText ? answer : JSON.stringify(answer))
  }

  #misbehave(fault: Exclude<Fault, 'slow'>, response: ServerResponse): void {
    switch (fault) {
      case 'error':
        return void response.writeHead(500).end('<html>oops</html>')
      case 'busy':
        return void response.writeHead(429).end()
      case 'hang':
        return void this.#hanging.add(response)
      case 'cut':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"contact')
        return void response.socket?.end()
      case 'malformed':
        return void response.setHeader('content-type', 'application/json').end('{"personer":"ingen"}')
      case 'no-json':
        return void response.end('<html>Logg inn</html>')
      case 'redirect':
        return void response.writeHead(302, { location: `${this.url}/elsewhere` }).end()
      case 'refuse':
        return void response.writeHead(400).end('{"error":"invalid_request"}')
      case 'unauthorized':
        return void response.writeHead(401).end()
    }
  }

  /** Gives a token for a grant that holds, or throws. */
  async #grantToken({ body }: Question): Promise<Json> {
    if (body.grant_type !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') throw new Error('wrong grant type')
    if (!this.#verifyKey) throw new Error('no key yet')
    const { payload, protectedHeader } = await jwtVerify(String(body.assertion), this.#verifyKey, {
      issuer: CLIENT_ID,
      audience: `${this.url}/`,
      algorithms: ['RS256'],
      requiredClaims: GRANT_CLAIMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    })
    const { scope, jti, exp = 0, iat = 0 } = payload
    if (protectedHeader.kid !== KEY_ID) throw new Error('unknown key')
    if (Object.keys(payload).some((claim) => !GRANT_CLAIMS.includes(claim))) throw new Error('unknown claim')
    if (Math.abs(iat - Date.now() / 1_000) > CLOCK_TOLERANCE_SECONDS) throw new Error('grant of another time')
    if (exp - iat > GRANT_MAX_SECONDS) throw new Error('grant lasts too long')
    if (this.#usedGrants.has(jti)) throw new Error('grant used twice')
    if (scope !== CONTACT_SCOPE && scope !== PLATFORM_SCOPES) throw new Error('scope not granted')
    this.#usedGrants.add(jti)
    const token = crypto.randomUUID()
    this.#scopes.set(token, scope)
    return { access_token: token, token_type: 'Bearer', expires_in: this.tokenLifetimeSeconds, scope }
  }

  async #exchange({ token = '' }: Question): Promise<string> {
    if (this.#scopes.get(token) !== PLATFORM_SCOPES) throw new Error('not a token to exchange')
    const exchanged = await new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(Math.floor(Date.now() / 1_000) + this.tokenLifetimeSeconds)
      .sign(this.#secret)
    this.#exchanged.add(exchanged)
    return exchanged
  }

  /** A route of Altinn's platform, which believes its own tokens and wants its gateway's key. */
  #platform(service: Service, answer: (body: Json) => object): Route {
    return {
      service,
      answer: async ({ body, token = '', request }) => {
        if (!this.#exchanged.has(token)) throw new Error(`${service} does not believe this token`)
        if (request.headers['ocp-apim-subscription-key'] !== SUBSCRIPTION_KEY) throw new Error('no subscription')
        return answer(body)
      },
    }
  }

  #listed(known: ReadonlyMap<string, Party>, numbers: unknown, name: string): object {
    const contactPointsList = listOf(numbers).flatMap((number) => {
      const party = known.get(number)
      return party ? [{ [name]: number, ...party }] : []
    })
    return { contactPointsList }
  }

  #decide(body: Json): object {
    const request = member(body, 'Request')
    const subjects = Object(member(request, 'AccessSubject'))
    const firstValue = (category: unknown, index = 0) =>
      String(member(member(member(category, 'Attribute'), String(index)), 'Value'))
    const action = firstValue(member(member(request, 'Action'), '0'))
    const resource = firstValue(member(member(request, 'Resource'), '0'))
    const response = [...subjects].map((subject: unknown) => {
      const user = firstValue(subject)
      const decision = this.rights.has(`${user} ${action} ${resource}`) ? 'Permit' : 'NotApplicable'
      return {
        decision,
        category: [{ categoryId: 'subject', attribute: [{ attributeId: 'urn:altinn:userid', value: user }] }],
      }
    })
    return Object(withLargeInitials({ response }))
  }

  readonly #routes: Readonly<Record<string, Route>> = {
    'POST /token': { service: 'maskinporten', answer: (question) => this.#grantToken(question) },
    'GET /authentication/api/v1/exchange/maskinporten': {
      service: 'altinn-authentication',
      answer: (question) => this.#exchange(question),
    },
    'POST /rest/v2/personer': {
      service: 'krr',
      answer: async ({ body, token = '' }) => {
        if (this.#scopes.get(token) !== CONTACT_SCOPE) throw new Error('krr does not believe this token')
        const personer = listOf(body.personidentifikatorer).map((number) => ({
          personidentifikator: number,
          ...(this.contacts.get(number) ?? { status: 'IKKE_REGISTRERT' }),
        }))
        return { personer }
      },
    },
    'POST /profile/api/v1/users/contactpoint/lookup': this.#platform('profile', (body) =>
      this.#listed(this.copies, body.nationalIdentityNumbers, 'nationalIdentityNumber'),
    ),
    'POST /profile/api/v1/organizations/notificationaddresses/lookup': this.#platform('profile', (body) =>
      this.#listed(this.organizations, body.organizationNumbers, 'organizationNumber'),
    ),
    'POST /profile/api/v1/units/contactpoint/lookup': this.#platform('profile', (body) =>
      this.#listed(this.users, body.organizationNumbers, 'organizationNumber'),
    ),
    'POST /register/api/v1/parties/nameslookup': this.#platform('register', (body) => ({
      partyNames: [...Object(body.parties)].map((party: unknown) => {
        const number = String(member(party, 'ssn') ?? member(party, 'orgNo'))
        return { ...Object(party), name: this.names.get(number) ?? null }
      }),
    })),
    'POST /authorization/api/v1/authorize': this.#platform('authorization', (body) => this.#decide(body)),
  }
}

type Route = { readonly service: Service; readonly answer: (question: Question) => Promise<object | string> }
