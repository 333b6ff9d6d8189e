import { defineRule, type RulePage } from '../rule.ts'
import { emailOrderExample, notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const requestElsewherePage: RulePage = {
  summary: {
    en: 'Know which requests Straks does not take.',
    nb: 'Vær klar over hvilke forespørsler Straks ikke tar imot.',
    nn: 'Ver klar over kva førespurnader Straks ikkje tek imot.',
  },
  why: {
    en: 'Altinn has routes that Straks has not, such as the one for e-mail with attachments. Their requests look like others, so they are recognised and left alone instead of being judged as something else.',
    nb: 'Altinn har ruter som Straks ikke har, for eksempel den for e-post med vedlegg. Forespørslene til dem ligner på andre, så de blir gjenkjent og latt i fred i stedet for å bli vurdert som noe annet.',
    nn: 'Altinn har ruter som Straks ikkje har, til dømes den for e-post med vedlegg. Førespurnadene til dei liknar på andre, så dei blir kjende att og latne i fred i staden for å bli vurderte som noko anna.',
  },
  whenNotToUse: {
    en: 'Turn it off where you send such requests to Altinn itself.',
    nb: 'Slå den av hvis du sender slike forespørsler til Altinn selv.',
    nn: 'Slå han av dersom du sender slike førespurnader til Altinn sjølv.',
  },
  examples: () => ({
    good: [orderExample({}), emailOrderExample({}), notificationExample({})],
    bad: [
      {
        kind: 'composed-email',
        document: {
          idempotencyId: 'f3c9b1de-6d3c-4a5e-9a66-0f6f1a1f0c55',
          recipient: {
            emailAddress: 'ola.nordmann@example.com',
            emailSettings: { subject: 'Receipt', body: 'See the attachment.', attachments: [] },
          },
        },
      },
    ],
  }),
}

export const requestElsewhere = defineRule({
  code: 'request-elsewhere',
  severity: 'information',
  purposes: ['order'],
  sentences: {
    elsewhere: {
      en: "This is a request to Altinn's `POST {route}`. Straks does not have that route, so the request is not judged.",
      nb: 'Dette er en forespørsel til Altinns `POST {route}`. Straks har ikke den ruten, så forespørselen blir ikke vurdert.',
      nn: 'Dette er ein førespurnad til Altinns `POST {route}`. Straks har ikkje den ruta, så førespurnaden blir ikkje vurdert.',
    },
  },
  *check({ kind }) {
    if (kind.elsewhere !== undefined) yield { sentence: 'elsewhere', path: [], data: { route: kind.elsewhere } }
  },
})
