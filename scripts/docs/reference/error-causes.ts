/** Why a request is refused, and what the caller does about it. */
export type Cause = { readonly cause: string; readonly remedy: string }

const cause = (why: string, remedy: string): Cause => ({ cause: why, remedy })

/**
 * Causes and remedies by the last part of a problem's `type`. A refusal without an entry here is listed with its title
 * alone.
 */
export const ERROR_CAUSES: ReadonlyMap<string, Cause> = new Map([
  [
    'unauthenticated',
    cause(
      'There is no bearer token, or it has expired, has a wrong signature or comes from an issuer that is not trusted.',
      'Get a new token from Maskinporten or Altinn and send it as `Authorization: Bearer …`. `WWW-Authenticate` says what was wrong with it. On your own machine, `POST /dev/token` gives one.',
    ),
  ],
  [
    'issuer-unavailable',
    cause(
      'The keys of the token’s issuer cannot be fetched now.',
      'Send the request again after `Retry-After`, with the same key.',
    ),
  ],
  [
    'scope-missing',
    cause(
      'The token is valid, and has not the scope that the operation needs.',
      'Ask for the scope that the problem names when you get the token.',
    ),
  ],
  [
    'organization-missing',
    cause(
      'The token names no organisation, or one that has no short name here.',
      'Use an organisation’s token. With Maskinporten’s own tokens, the operator adds the organisation to `ORGANIZATION_CODES`.',
    ),
  ],
  [
    'route-unknown',
    cause('The path is not one of the API’s.', 'Compare it with the operations in this documentation.'),
  ],
  ['method-not-allowed', cause('The path exists and takes other methods.', 'Use one of the methods in `Allow`.')],
  [
    'content-type-unsupported',
    cause('The body has another media type than the operation takes.', 'Send the `Content-Type` that `Accept` names.'),
  ],
  [
    'body-too-large',
    cause('The body is larger than the operation takes.', 'Shorten the text, or send several requests.'),
  ],
  [
    'order-not-found',
    cause(
      'Your organisation has no order with this id.',
      'Use the id from the answer to the order, with a token of the same organisation.',
    ),
  ],
  [
    'order-not-cancellable',
    cause(
      'The order is being sent, or falls due within five minutes.',
      'It goes out. Cancel its reminders, each by its own id.',
    ),
  ],
  [
    'webhook-not-found',
    cause('Your organisation has no webhook with this id.', 'List the webhooks to find their ids.'),
  ],
  [
    'provider-unknown',
    cause('No provider with this name is selected.', 'Use a name from `providers` of the operators’ overview.'),
  ],
  [
    'webhook-limit',
    cause('Your organisation has as many webhooks as it may have.', 'Delete one, or change the address of one.'),
  ],
  [
    'too-many-requests',
    cause(
      'Your organisation, or the recipient, has reached a limit of messages.',
      'Wait for `Retry-After` seconds. A replay of an accepted key is never limited.',
    ),
  ],
  [
    'misconfigured',
    cause('A setting of the service is missing or malformed.', 'The operator reads `detail`, which names the setting.'),
  ],
  [
    'unexpected',
    cause(
      'The service failed in a way that it does not know.',
      'Send the request again with the same key. Give the operator the `traceId` if it goes on.',
    ),
  ],
  [
    'NOT-00001',
    cause(
      'A recipient of the order, or of a reminder, has no address in the channels that it may use.',
      'Choose another channel or recipient. The key is still free.',
    ),
  ],
  [
    'NOT-00003',
    cause(
      'Your organisation has no shipment with this id.',
      'Use `notification.shipmentId` of the answer, with a token of the same organisation.',
    ),
  ],
  [
    'NOT-00004',
    cause(
      'The service cannot store or look up anything right now.',
      'Send the request again after `Retry-After`, with the same key: it is sent once.',
    ),
  ],
])
