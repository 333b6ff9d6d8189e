/** Orders of an ordinary file. */
const ORDERS = 2_000

/** Orders of a file of 10 MB. */
export const LARGE_ORDERS = 15_700

/** Every so many orders one has a mistake: a file without any would show only the shortest way through the judge. */
const ORDERS_PER_MISTAKE = 20

const NAMES = ['Kari', 'Ola', 'Åse', 'Per', 'Ingrid', 'Bjørn']

const toOrganization = (number: number, mistaken: boolean) => ({
  recipientOrganization: {
    orgNumber: mistaken ? '99182582' : '991825827',
    channelSchema: 'EmailPreferred',
    resourceId: 'urn:altinn:resource:example',
    emailSettings: {
      subject: 'New letter',
      body: `$recipientName$ has received a new letter in the inbox, number ${number}. Log in to read it.`,
      contentType: 'Plain',
    },
    smsSettings: { sender: 'Altinn', body: `$recipientName$ has received a new letter, case ${number}.` },
  },
})

const toTelephone = (number: number, mistaken: boolean) => ({
  recipientSms: {
    phoneNumber: mistaken ? '99999999' : '+4799999999',
    smsSettings: {
      sender: 'Altinn',
      body: `Hei ${NAMES[number % NAMES.length]}. Du har fått et nytt brev i sak ${number}. Logg inn for å lese det.`,
    },
  },
})

function order(number: number) {
  const mistaken = number % ORDERS_PER_MISTAKE === 0
  return {
    idempotencyId: `94e9d0f6-7a3d-4a20-b5a7-${String(number).padStart(12, '0')}`,
    sendersReference: `case-2026-${number}`,
    requestedSendTime: '2026-12-01T09:00:00Z',
    conditionEndpoint: `https://example.com/notifications/condition/${number}`,
    recipient: number % 2 === 0 ? toTelephone(number, mistaken) : toOrganization(number, mistaken),
  }
}

/** A list of orders, 2 000 and so about 1 MB of it where not told otherwise, as somebody would keep it in a file: no two alike, one in twenty wrong. */
export const ordersText = (count = ORDERS): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, number) => order(number)),
    null,
    2,
  )

/** A place in a document. */
export type Place = { readonly line: number; readonly character: number }

/** Where a digit can be typed without any harm: at the end of each order's reference. */
export function placesToType(text: string): readonly Place[] {
  return text.split('\n').flatMap((content, line) => {
    const found = /^\s*"sendersReference": ".*(?=")/.exec(content)
    return found ? [{ line, character: found[0].length }] : []
  })
}
