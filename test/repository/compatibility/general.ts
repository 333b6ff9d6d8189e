import type { Proofs } from './proof.ts'

/** What holds each row of docs/compatibility/general.md. */
export const general: Proofs = {
  'Tokens and requests': {
    'issuer and audience': ['process/token-issuers', 'is held to the audience that is configured for it'],
    'raw Maskinporten tokens': ['process/token-issuers', 'a Maskinporten token whose organisation number has a name'],
    '`PlatformAccessToken` header': ['conformance/tokens', 'of another header counts for nothing'],
    '`AltinnStudioRuntime` cookie': ['conformance/tokens', 'of another header counts for nothing'],
    'clock skew': ['conformance/tokens', 'one whose time is up this second'],
    '401 and 403': ['conformance/tokens', 'without the scope gives 403 before the body is read'],
    'nesting over 64 levels, malformed UTF-8, half surrogate pairs': [
      'conformance/bad-input',
      'deep nesting in an unknown member',
    ],
    addresses: ['conformance/routes', 'is found as %s'],
    'HEAD, OPTIONS': ['conformance/routes', 'is answered as GET where GET changes nothing'],
    'size of a request': ['conformance/http', 'answers 413 to a body over 256 KiB and takes one just below'],
    'length of an address, query and all': ['conformance/long-input', 'is refused before anything reads it: %s'],
    headers: ['conformance/long-input', 'that is too long for any token is as good as none'],
    'a form’s key': ['conformance/long-input', 'with %s is refused'],
  },
  Errors: {
    'several mistakes': ['conformance/bad-input', 'every mistake at once, each under Altinn’s own name for it'],
    'a body that cannot be parsed': ['conformance/correspondence/attachments', 'that ends too early is refused'],
    'a value of the wrong type': ['conformance/errors', 'of %s in an order'],
    'required members that are missing': ['conformance/errors', 'of %s in an order'],
    '`statusDescription`': ['conformance/description', 'shipments of every kind'],
  },
  'E-mail addresses': {
    '`a;b@example.com`': ['shared/contact/email-address', 'is not %s'],
    '`user@999.999.999.999`': ['shared/contact/email-address', 'is not %s'],
    '`a/b@example.com`': ['shared/contact/email-address', 'may be %s'],
    '`josé@example.com`, `user@bücher.example`': ['shared/contact/email-address', 'may be %s'],
    '`user@example.xn--p1ai`': ['shared/contact/email-address', 'may be %s'],
    'more than nine labels': ['shared/contact/email-address', 'may be %s'],
    '`"a b"@example.com`': ['shared/contact/email-address', 'is not %s'],
    'over 64 octets before `@`, over 254 in all, over 63 in a label': ['shared/contact/email-address', 'is not %s'],
    '`user@אa.example`: letters of both directions in a label': ['shared/contact/email-address', 'a@אa.no'],
    '`urn:altinn:person:idporten-email:user@host`': ['shared/contact/email-address', 'an ID-porten user'],
    'spaces around it': [
      'conformance/instant-email',
      'goes to and comes from addresses without the spaces around them',
    ],
    '`senderEmailAddress: ""`': ['conformance/bad-input', 'a wrong instant e-mail is refused, field and rule named'],
  },
  Fences: {
    'very many messages': ['process/fences', 'lets as many messages pass in a minute as it allows'],
    'SMS to any country': ['process/fences', 'lets none of a thousand messages to a far country pass'],
  },
  Providers: {
    'mail through SMTP': ['process/providers-smtp', 'gets an HTML mail with its text, over TLS'],
    'unknown, disabled or full mailbox': ['process/providers-smtp', 'refuses a %s with %i %s: %s, after one attempt'],
    'LINK refuses our login': [
      'process/providers-link',
      'is tried again while the gateway is away, hangs or refuses our login',
    ],
    'number to LINK': ['process/allow-list', 'which is on the list, goes to the provider'],
    'time-to-live to LINK': ['worker/providers/link', 'minutes'],
    'text outside GSM-7': ['process/providers-link', 'Ваш код 428516 😀'],
    'report states `BARREDA`, `ZEROBAL`': ['process/providers-link', 'states that Altinn stumbles over included'],
    'Azure refuses our login, or a bare 429': [
      'process/providers-acs',
      'is tried again while the service is away, hangs, refuses our login or sends us elsewhere',
    ],
    'how an Azure operation ends': ['process/providers-acs', 'is delivered when Event Grid reports so'],
    '`Email_Failed_PayloadTooLarge`': ['worker/providers/acs/replies', 'with %i and %s means %s'],
    'status of an Azure report': ['process/providers-acs', 'in whatever case'],
    'time-to-live to Twilio': ['process/providers-twilio', 'asks for ten hours at most, which is all Twilio can give'],
    "mail through Cloudflare's binding": ['process/providers-cloudflare', 'gets an HTML mail with its text'],
    "a report that overtakes the gateway's reply, or is unknown": [
      'process/providers-link',
      'is delivered even where the report overtakes the reply',
    ],
  },
}
